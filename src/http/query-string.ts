import type { Parameter } from '../api/parameter.ts'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { printable } from '../problem/printable.ts'
import { nearest } from '../indicator/nearest.ts'
import { Problem } from '../problem/problem.ts'
import type { Parameters } from './operation.ts'

/** One name with its value, in the order of the query string; a name may stand several times. */
export type QueryPairs = readonly (readonly [name: string, value: string])[]

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Problem(
      'invalid_parameter',
      `The query string holds a percent sign that is not followed by the hex digits of UTF-8 text; write it as %25.`,
      { details: { reason: 'invalid percent-encoding' } }
    )
  }
}

/** Decodes a query string as HTML forms write it. Refuses percent-encoding that is broken, which nobody could mean. */
export const parseQuery = (query: string): QueryPairs =>
  query === ''
    ? []
    : query.split('&').map((pair) => {
        const equals = pair.indexOf('=')
        return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]
      })

/** Refuses an API key in the query string, where it would end up in logs, histories and referrers. */
export const refuseKeyInQuery = (pairs: QueryPairs): void => {
  if (pairs.every(([name]) => name.toLowerCase() !== 'api_key')) return
  throw invalidParameter('api_key', undefined, {
    reason:
      'a key in a URL ends up in logs and histories; send it in the Authorization or X-API-Key header, and replace this one'
  })
}

const PLAIN_NAME = /^[\w.-]{1,64}$/

/** An unknown name as a message can hold it. */
const shownName = (name: string): string => {
  if (name === '') return 'a parameter without a name'
  return PLAIN_NAME.test(name) ? name : printable(name)
}

/** The parameters of an operation. Unknown, repeated and empty ones are refused, because a typo must never widen an export. */
export const readParameters = (pairs: QueryPairs, described: readonly Pick<Parameter, 'name'>[]): Parameters => {
  const known = described.map(({ name }) => name)
  const parameters = new Map<string, string>()
  for (const [name, value] of pairs) {
    if (!known.includes(name)) {
      throw invalidParameter(shownName(name), undefined, {
        reason: 'there is no such parameter',
        allowed: known,
        nearest: nearest(name, known)
      })
    }
    if (value === '') throw invalidParameter(name, undefined, { reason: 'it is empty; give a value or leave it out' })
    if (parameters.has(name)) {
      throw invalidParameter(name, undefined, {
        reason: 'it stands more than once; give several values as one comma-separated list where it takes a list'
      })
    }
    parameters.set(name, value)
  }
  return parameters
}
