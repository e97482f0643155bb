import type { AnswerDescription, Description } from './description.ts'
import type { Header } from './header.ts'
import { ALLOW, CHALLENGE, COMMON_HEADERS, NO_STORE, RATE_HEADERS, RETRY_AFTER } from './headers.ts'

/** Every header of an answer that is no error, but what says how it is carried and of what type it is. */
export const headersOfAnswer = ({ security }: Pick<Description, 'security'>, { headers }: AnswerDescription) => [
  ...COMMON_HEADERS,
  ...(security === 'open' ? [] : RATE_HEADERS),
  ...headers
]

const OF_STATUS: ReadonlyMap<number, readonly Header[]> = new Map([
  [401, [CHALLENGE]],
  [405, [ALLOW]],
  [429, [RETRY_AFTER]],
  [503, [RETRY_AFTER]]
])

/** The same of an error. Whether the request was counted before it was refused depends on the error. */
export const headersOfError = ({ security }: Pick<Description, 'security'>, status: number): readonly Header[] => [
  ...COMMON_HEADERS,
  NO_STORE,
  ...(security === 'open' ? [] : RATE_HEADERS.map((header) => ({ ...header, isAlways: false }))),
  ...(OF_STATUS.get(status) ?? [])
]
