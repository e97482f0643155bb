import type { Parameter } from '../../api/parameter.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { nearest } from '../../indicator/nearest.ts'
import { Problem } from '../../problem/problem.ts'
import type { Parameters } from '../operation.ts'
import { shownName } from './shown-name.ts'

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

/** What stands in a query string, where it can be decoded. */
const leniently = (text: string): string => {
  try {
    return decode(text)
  } catch {
    return text
  }
}

/** Refuses an API key in the query string, in any place, where it would end up in logs, histories and referrers. */
export const refuseKeyInQuery = (query: string, isKey: (text: string) => boolean): void => {
  for (const pair of query.split('&')) {
    const [name = '', ...value] = pair.split('=').map(leniently)
    if (name.toLowerCase() !== 'api_key' && ![name, value.join('=')].some(isKey)) continue
    throw invalidParameter(isKey(name) ? 'a parameter' : shownName(name, 'parameter'), undefined, {
      reason:
        'a key in a URL ends up in logs and histories; send it in the Authorization or X-API-Key header, and replace this one'
    })
  }
}

/** The parameters of an operation. Unknown, repeated and empty ones are refused, because a typo must never widen an export. */
export const readParameters = (pairs: QueryPairs, described: readonly Pick<Parameter, 'name'>[]): Parameters => {
  const known = described.map(({ name }) => name)
  const parameters = new Map<string, string>()
  for (const [name, value] of pairs) {
    if (!known.includes(name)) {
      const correction =
        known.length === 0
          ? { reason: 'this request takes no parameters' }
          : { reason: 'there is no such parameter', allowed: known, nearest: nearest(name, known) }
      throw invalidParameter(shownName(name, 'parameter'), undefined, correction)
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
