import { cleanText } from '../../indicator/clean-text.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { collectEntries } from '../collect-entries.ts'
import type { GuardFile } from '../guard-file.ts'
import { kindsOfAttributes } from './attribute-kinds.ts'
import { ENTRY_READERS, isWarninglistType } from './entry-readers.ts'

const LONGEST_NAME = 100
const LONGEST_REASON = 200

const textOf = (member: unknown, longest: number): string | undefined => {
  const text = typeof member === 'string' ? cleanText(member, longest) : ''
  return text === '' ? undefined : text
}

const broken = (file: string, what: string): Problem =>
  new Problem('input_broken', `${printable(file)} is no MISP warninglist: it lacks ${what}.`)

const parse = (file: string, json: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(json) as Readonly<Record<string, unknown>>
  } catch (cause) {
    throw new Problem('input_broken', `${printable(file)} begins like a MISP warninglist, but is no JSON.`, { cause })
  }
}

/**
 * A MISP warninglist as it is published. What is for no kind of indicator leaves a list without entries. Throws
 * `input_broken` where the text is none.
 */
export const readWarninglist = (file: string, json: string): GuardFile => {
  const { name, description, type, list, matching_attributes } = parse(file, json)
  if (!isWarninglistType(type)) throw broken(file, `a "type" of ${Object.keys(ENTRY_READERS).join(', ')}`)
  if (typeof list !== 'object' || list === null) throw broken(file, 'its values in a "list"')
  const kinds = kindsOfAttributes(matching_attributes)
  const head = {
    name: textOf(name, LONGEST_NAME),
    why: textOf(description, LONGEST_REASON),
    kinds,
    coversMail: kinds.includes('email')
  }
  const values: readonly unknown[] = Object.values(list)
  return kinds.length === 0
    ? { ...head, ...collectEntries(values, () => ({ refused: 'other_kind' })) }
    : { ...head, ...collectEntries(values, ENTRY_READERS[type]) }
}
