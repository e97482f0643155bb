import { type JsonObject, isObject } from '../../feeds/json/members.ts'
import { parseJson } from '../../feeds/json/parse-json.ts'
import type { FetchedBody } from '../../platform/fetch/fetch-answer.ts'
import type { FetchRequest } from '../../platform/fetch/fetch-request.ts'
import type { FetchUrl } from '../../platform/fetch/fetch-url.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'

/** Bytes of a document that is parsed as a whole. */
const LARGEST_DOCUMENT = 64 * 2 ** 20

/** A JSON object with the answer that it came in. */
export interface FetchedJson {
  readonly answer: FetchedBody
  readonly value: JsonObject
}

/**
 * Fetches a JSON object of at most 64 MiB; `undefined` where it did not change. Throws the problems of the fetcher,
 * and `fetch_unexpected` where the answer is something else.
 */
export const fetchJson = async (request: FetchRequest, fetch: FetchUrl): Promise<FetchedJson | undefined> => {
  const limits = { ...request.limits, bytes: LARGEST_DOCUMENT, unpackedBytes: LARGEST_DOCUMENT }
  const answer = await fetch({ ...request, limits })
  if (answer.kind === 'unchanged') return undefined
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body) text += decoder.decode(chunk, { stream: true })
  const value = parseJson(text + decoder.decode())?.value
  if (!isObject(value)) throw unexpected(answer.name, 'is no JSON object')
  return { answer, value }
}

/** An answer that is not what the protocol promises. `reason` goes on behind the name of the answer. */
export const unexpected = (name: string, reason: string): Problem =>
  new Problem(
    'fetch_unexpected',
    `The answer of ${printable(name)} ${reason}. Check the URL and the --format of the feed.`
  )
