import type { FetchAnswer } from '../../src/platform/fetch/fetch-answer.ts'
import type { FetchParts } from '../../src/platform/fetch/fetch-parts.ts'
import type { FetchRequest } from '../../src/platform/fetch/fetch-request.ts'
import { createFetchUrl, type FetchUrl } from '../../src/platform/fetch/fetch-url.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { MOMENT } from './stores.ts'

/** A fetcher that finds every name on this machine, where the test's servers are. */
export const fetcher = (parts: Partial<FetchParts> = {}): FetchUrl =>
  createFetchUrl({
    clock: settableClock(MOMENT),
    userAgent: 'sigmill/test',
    resolve: () => Promise.resolve(['127.0.0.1']),
    folders: [],
    ...parts
  })

/** The network of the test's servers. */
export const LOOPBACK = ['127.0.0.0/8']

/** The body of an answer as text. */
export const textOf = async (answer: FetchAnswer): Promise<string> => {
  if (answer.kind === 'unchanged') return 'unchanged'
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Fetches from the test's servers and reads the body. */
export const fetchText = async (request: FetchRequest, parts: Partial<FetchParts> = {}): Promise<string> =>
  textOf(await fetcher(parts)({ allowNetworks: LOOPBACK, ...request }))
