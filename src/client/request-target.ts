import type { Description } from '../api/description.ts'

/** What a caller gives, by name. */
export type Values = Readonly<Record<string, unknown>>

/** The values of a list stand in one, parted by commas. */
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value))

/** Segments by which a URL becomes another one before it is sent: WHATWG URL, section 4.4. */
const LEADS_AWAY = ['', '.', '..']

const segmentOf = (name: string, value: unknown): string => {
  const text = value === undefined || value === null ? '' : textOf(value)
  if (LEADS_AWAY.includes(text))
    throw new TypeError(`${name}: it is missing, empty, "." or "..", which no path can hold`)
  return encodeURIComponent(text)
}

/** Path and query string of a request. What is not in the path goes into the query string, for the server to judge. */
export const requestTarget = (described: Description, values: Values): string => {
  const inPath = described.security === 'open' ? [] : described.pathParameters.map(({ name }) => name)
  const path = inPath.reduce(
    (target, name) => target.replace(`{${name}}`, () => segmentOf(name, values[name])),
    described.path
  )
  const query = Object.entries(values)
    .filter(([name, value]) => value !== undefined && name !== 'body' && !inPath.includes(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Where pages go on that began at a target. Throws where that is another operation. */
export const continuedTarget = (first: string, from: string): string => {
  const path = (target: string) => target.split('?', 1).join('')
  if (path(from) !== path(first)) throw new TypeError('from: it is not the "next" of an answer of this operation')
  return from
}
