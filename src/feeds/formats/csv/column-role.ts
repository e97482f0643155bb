import type { Role } from '../../../indicator/context.ts'
import { type FeedType, feedTypeNamed } from '../../feed-type.ts'
import { nameKey } from '../../field-text.ts'
import { unknownWord } from '../../unknown-word.ts'
import { CONTEXT_ROLES, type ContextRole, usualName } from './usual-names.ts'

/** What stands in a column: values, of one type or of any, or something about them. */
export type Column = ValueColumn | { readonly role: ContextRole }

export interface ValueColumn {
  readonly role: 'value'
  /** `undefined` where the type column, or the value itself, says what it is. */
  readonly type: FeedType | undefined
  /** Where an address in it stands in the traffic, by the column's name. */
  readonly side: Role | undefined
}

/** Words before a type in the name of a column, and what they say about addresses: `C2 IP`, `attacker_ip`. */
const QUALIFIERS: Readonly<Record<string, Role | undefined>> = {
  attacker: 'source',
  scanner: 'source',
  c2: 'destination',
  cnc: 'destination',
  cc: 'destination',
  remote: 'destination',
  contacted: 'destination',
  download: 'destination',
  payload: 'destination',
  phishing: 'destination',
  delivery: 'destination',
  malicious: undefined,
  malware: undefined,
  hash: undefined,
  ioc: undefined
}

/** Command and control servers, written as whatever they are. */
const SERVERS = new Set(['c2', 'c2s', 'c2server', 'c2servers', 'c2host', 'cnc', 'cncserver', 'commandandcontrol'])

/** What a column of this name usually holds; `undefined` for a name that says nothing. */
export const usualColumn = (name: string): Column | undefined => {
  const key = nameKey(name)
  const role = usualName(key)?.role
  if (role === 'value') return anyValue
  if (role !== undefined) return { role }
  if (SERVERS.has(key)) return { role: 'value', type: undefined, side: 'destination' }
  return typedColumn(key) ?? qualifiedColumn(key)
}

/** Values of any kind. */
export const anyValue: ValueColumn = { role: 'value', type: undefined, side: undefined }

const typedColumn = (key: string, side?: Role): ValueColumn | undefined => {
  const type = feedTypeNamed(key)
  return type === undefined ? undefined : { role: 'value', type, side: side ?? type.role }
}

const qualifiedColumn = (key: string): ValueColumn | undefined => {
  for (const [word, side] of Object.entries(QUALIFIERS)) {
    const column = key.startsWith(word) ? typedColumn(key.slice(word.length), side) : undefined
    if (column !== undefined) return column
  }
  return undefined
}

/** The column that a role of `--columns` asks for: `value`, a type such as `ip` or `sha256`, or what the column says. */
export const columnOfRole = (role: string, name: string): Column => {
  const key = nameKey(role)
  const said = CONTEXT_ROLES.find((known) => nameKey(known) === key)
  if (said !== undefined) return { role: said }
  const column = key === 'value' ? anyValue : typedColumn(key)
  if (column !== undefined) return column
  const roles = ['value', 'ip', 'domain', 'url', 'md5', 'sha1', 'sha256', 'hash', 'email', 'cve', ...CONTEXT_ROLES]
  throw unknownWord('columns', `"${role}" for the column "${name}" is no role of a column`, role, roles)
}
