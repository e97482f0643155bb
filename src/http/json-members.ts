import type { z } from 'zod'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { nearest } from '../indicator/nearest.ts'
import type { JsonObject } from './operation.ts'

type Issue = z.core.$ZodIssue

const unknownMember = (name: string, known: readonly string[]): Error =>
  invalidParameter('body', name, { reason: 'there is no such member', allowed: known, nearest: nearest(name, known) })

/** A value that a message repeats: one that is of the right type. */
const shownValue = ({ code, path: [member, ...inside] }: Issue, body: JsonObject): string | undefined => {
  const value = body[String(member)]
  if (inside.length > 0 || code === 'invalid_type') return undefined
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined
}

/** The refusal of a member; of the body where the issue is about the whole. */
const wrongMember = (issue: Issue, body: JsonObject): Error => {
  const { path, message: reason } = issue
  const member = String(path[0] ?? 'body')
  const value = shownValue(issue, body)
  if (issue.code !== 'invalid_value' || value === undefined) return invalidParameter(member, value, { reason })
  const allowed = issue.values.map(String)
  return invalidParameter(member, value, { reason, allowed, nearest: nearest(value, allowed) })
}

/** The members of a body as its schema has them. Throws `invalid_parameter`, for members that are not known before all. */
export const readMembers = (schema: z.ZodObject, body: JsonObject): JsonObject => {
  const { success, data, error } = schema.safeParse(body)
  if (success) return data
  for (const issue of error.issues) {
    for (const name of issue.code === 'unrecognized_keys' ? issue.keys : []) {
      throw unknownMember(name, Object.keys(schema.shape))
    }
  }
  for (const issue of error.issues) throw wrongMember(issue, body)
  throw error
}
