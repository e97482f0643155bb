import type { Kind } from '../../../indicator/kind.ts'
import { normalise } from '../../../indicator/normalise.ts'
import { parseInstant } from '../../../indicator/parse-instant.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { ruleId } from '../../../indicator/rule-id.ts'
import type { Instant } from '../../../indicator/time.ts'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import type { JsonObject } from '../../json-value.ts'
import { CLASS_LABEL, LEVEL_LABEL } from './labels.ts'

/** The kind whose values stand in an observable of STIX. */
const KIND_OF: ReadonlyMap<string, Kind> = new Map([
  ['ipv4-addr:value', 'ipv4'],
  ['ipv6-addr:value', 'ipv6'],
  ['domain-name:value', 'domain'],
  ['url:value', 'url'],
  ['file:hashes.MD5', 'md5'],
  ["file:hashes.'SHA-1'", 'sha1'],
  ["file:hashes.'SHA-256'", 'sha256'],
  ['email-addr:value', 'email']
])

const COMPARISON = /^\[([^ ]+) = '(.*)'\]$/

/** The kind of the value that a pattern compares. */
export const kindOfPattern = (pattern: string): Kind | undefined => KIND_OF.get(COMPARISON.exec(pattern)?.[1] ?? '')

/** The id that a pattern stands for; `undefined` where it is not the comparison of one value. */
const idOfPattern = (pattern: string): string | undefined => {
  const [, property = '', literal = ''] = COMPARISON.exec(pattern) ?? []
  const kind = KIND_OF.get(property)
  if (kind === undefined) return undefined
  const read = normalise(kind, literal.replaceAll(/\\(.)/g, '$1'))
  return isRejection(read) ? undefined : `indicator--${ruleId(read.kind, read.value)}`
}

const timeOf = (value: unknown): Instant | undefined => (typeof value === 'string' ? parseInstant(value) : undefined)

const CLASSES = new Set<unknown>(INDICATOR_CLASSES.map((name) => CLASS_LABEL + name))
const LEVELS = new Set<unknown>(
  ['informational', 'low', 'medium', 'high', 'critical'].map((name) => LEVEL_LABEL + name)
)

const labelsProblem = (labels: unknown): string | undefined => {
  const known: readonly unknown[] = Array.isArray(labels) ? labels : []
  if (!known.some((label) => CLASSES.has(label))) return `No label says the class (${CLASS_LABEL}…)`
  return known.some((label) => LEVELS.has(label)) ? undefined : `No label says the level (${LEVEL_LABEL}…)`
}

/** Why the upload API or the analytics rules would not take an object; `undefined` where they do. */
export const objectProblem = (object: JsonObject): string | undefined => {
  const { type, spec_version, id, pattern, created, modified, valid_from, valid_until, labels } = object
  if (type !== 'indicator' || spec_version !== '2.1') return 'It is no indicator of STIX 2.1'
  if (typeof pattern !== 'string' || idOfPattern(pattern) !== id) return 'Its pattern does not name the value of its id'
  const from = timeOf(valid_from)
  const until = timeOf(valid_until)
  const times = [timeOf(created), timeOf(modified), from, until]
  if (from === undefined || until === undefined || times.includes(undefined))
    return 'One of its times is missing or wrong'
  if (until <= from) return 'Its valid_until is not later than valid_from'
  if ('revoked' in object) return 'It is revoked, which Sentinel would keep for ever'
  return labelsProblem(labels)
}
