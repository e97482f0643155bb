import type { Description } from '../api/description.ts'

/** What a caller gives, by name. */
export type Values = Readonly<Record<string, unknown>>

/** The values of a list stand in one, parted by commas. */
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value))

/** Path and query string of a request. What is not in the path goes into the query string, for the server to judge. */
export const requestTarget = (described: Description, values: Values): string => {
  const inPath = described.security === 'open' ? [] : described.pathParameters.map(({ name }) => name)
  const path = inPath.reduce(
    (target, name) => target.replace(`{${name}}`, () => encodeURIComponent(textOf(values[name]))),
    described.path
  )
  const query = Object.entries(values)
    .filter(([name, value]) => value !== undefined && name !== 'body' && !inPath.includes(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}
