import type { z } from 'zod'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { nearest } from '../../indicator/nearest.ts'
import type { JsonObject } from '../operation.ts'
import { shownName } from '../query/shown-name.ts'

type Issue = z.core.$ZodIssue

const unknownMember = (name: string, known: readonly string[]): Error =>
  invalidParameter(shownName(name, 'member'), undefined, {
    reason: 'there is no such member',
    allowed: known,
    nearest: nearest(name, known)
  })

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && typeof value[0] === 'string'

/** The words that there are for a text, or examples of it; `undefined` where the issue is about something else. */
const wordsOf = (
  issue: Issue
): { readonly words?: readonly string[]; readonly examples?: readonly string[] } | undefined => {
  if (issue.code === 'invalid_value') return { words: issue.values.map(String) }
  if (issue.code !== 'custom' || issue.params === undefined) return undefined
  const { words, examples }: Readonly<Record<string, unknown>> = issue.params
  return { ...(isTexts(words) ? { words } : {}), ...(isTexts(examples) ? { examples } : {}) }
}

const valueAt = (path: Issue['path'], body: JsonObject): unknown => {
  const [member, index] = path
  const value = body[String(member)]
  return Array.isArray(value) && typeof index === 'number' ? value[index] : value
}

/** The refusal of a member; of the body where the issue is about the whole. What is merely too long is not repeated. */
const wrongMember = (issue: Issue, body: JsonObject): Error => {
  const { path, message: reason } = issue
  const member = String(path[0] ?? 'body')
  const value = valueAt(path, body)
  if (typeof value === 'number' && issue.code !== 'invalid_type') {
    return invalidParameter(member, String(value), { reason })
  }
  const known = wordsOf(issue)
  if (known === undefined || typeof value !== 'string' || value === '') {
    return invalidParameter(member, undefined, { reason })
  }
  const { words, examples } = known
  const allowed = words ?? examples
  return invalidParameter(member, value, {
    reason,
    ...(allowed === undefined ? {} : { allowed }),
    nearest: words === undefined ? undefined : nearest(value, words)
  })
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
