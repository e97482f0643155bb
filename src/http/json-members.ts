import { invalidParameter } from '../app/invalid-parameter.ts'
import { nearest } from '../indicator/nearest.ts'
import type { JsonObject } from './operation.ts'

/** The refusal of a member, with the end of a sentence. */
export const wrongMember = (member: string, reason: string): Error => invalidParameter(member, undefined, { reason })

/** Refuses members that are not known. */
export const refuseUnknownMembers = (body: JsonObject, known: readonly string[]): void => {
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw invalidParameter('body', unknown, {
    reason: 'there is no such member',
    allowed: known,
    nearest: nearest(unknown, known)
  })
}

/** A member as it came. `null` is what answers show for nothing, so it counts as nothing. */
const memberIn = (body: JsonObject, member: string): unknown =>
  Object.hasOwn(body, member) ? (body[member] ?? undefined) : undefined

/** A text that is not empty, if there is one. */
export const textMember = (body: JsonObject, member: string): string | undefined => {
  const value = memberIn(body, member)
  if (value === undefined || (typeof value === 'string' && value !== '')) return value
  throw wrongMember(member, 'it is no text, or empty')
}

/** A text that has to be there. */
export const requiredMember = (body: JsonObject, member: string): string => {
  const text = textMember(body, member)
  if (text === undefined) throw wrongMember(member, 'it is missing')
  return text
}

/** A number, if there is one. */
export const numberMember = (body: JsonObject, member: string): number | undefined => {
  const value = memberIn(body, member)
  if (value === undefined || typeof value === 'number') return value
  throw wrongMember(member, 'it is no number')
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** A list of texts, if there is one. */
export const listMember = (body: JsonObject, member: string): readonly string[] | undefined => {
  const value = memberIn(body, member)
  if (value === undefined) return undefined
  if (Array.isArray(value) && value.every(isText)) return value
  throw wrongMember(member, 'it is no list of texts')
}

/** An object of texts as pairs, if there is one; `example` shows how to write it. */
export const pairsMember = (
  body: JsonObject,
  member: string,
  example: string
): readonly (readonly [name: string, text: string])[] | undefined => {
  const value = memberIn(body, member)
  if (value === undefined) return undefined
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const pairs = entries.filter((entry): entry is [string, string] => isText(entry[1]))
  if (typeof value === 'object' && !Array.isArray(value) && pairs.length === entries.length) return pairs
  throw wrongMember(member, `it is no object of texts, as in ${example}`)
}
