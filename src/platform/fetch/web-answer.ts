import type { Dispatcher } from 'undici'
import { parseTime } from '../../indicator/parse-time.ts'
import { printable } from '../../problem/printable.ts'
import type { Clock } from '../clock.ts'
import { stemOf } from '../input-source.ts'
import { unpack } from '../unpack.ts'
import type { Connection } from './connection.ts'
import { decodedBytes } from './decoded-bytes.ts'
import { decoderOf } from './content-coding.ts'
import { type FetchLimits, unpackLimits } from './fetch-limits.ts'
import { badStatus, failed, tooLarge } from './fetch-problem.ts'
import type { FetchAnswer } from './fetch-answer.ts'
import type { Patience } from './patience.ts'
import { parseRetryAfter } from './retry-after.ts'
import { shownUrl } from './shown-url.ts'
import { wireBytes } from './wire-bytes.ts'

/** An answer whose headers are there. */
export interface AnswerParts {
  readonly connection: Connection
  readonly response: Dispatcher.ResponseData
}

/** What an answer is held against. */
export interface AnswerTerms {
  /** Whether validators were sent, so that 304 is an answer. */
  readonly isConditional: boolean
  readonly limits: FetchLimits
  readonly clock: Clock
  readonly patience: Patience
}

/** 203 is a 200 that a proxy has changed. Other successes bring no feed: no body, a part of one, or a promise. */
const WHOLE = new Set([200, 203])

/** The answer of the last server on the way: unchanged, or a body that is still to come. */
export const webAnswer = async (url: URL, parts: AnswerParts, terms: AnswerTerms): Promise<FetchAnswer> => {
  const { connection, response } = parts
  try {
    if (response.statusCode === 304 && terms.isConditional) {
      await connection.close()
      return { kind: 'unchanged' }
    }
    return fetchedBody(url, parts, terms)
  } catch (error) {
    await connection.close()
    throw error
  }
}

const fetchedBody = (
  url: URL,
  { connection, response }: AnswerParts,
  { limits, clock, patience }: AnswerTerms
): FetchAnswer => {
  const place = shownUrl(url)
  const header = (name: string): string | undefined => textOf(response.headers[name])
  if (!WHOLE.has(response.statusCode)) {
    throw badStatus(place, response.statusCode, parseRetryAfter(header('retry-after') ?? '', clock.now()))
  }
  if (Number(header('content-length') ?? 0) > limits.bytes) {
    throw tooLarge(place, `announces more than ${limits.bytes} bytes`)
  }
  const coding = header('content-encoding') ?? 'identity'
  const decode = decoderOf(coding)
  if (decode === undefined) {
    throw failed(place, `its content coding ${printable(coding)} is none that was asked for. Tell its provider`)
  }
  const lastModified = header('last-modified')
  const name = shownName(url)
  const stem = stemOf(url.pathname) || url.hostname
  const bytes = wireBytes(place, response.body, connection, limits, patience)
  const open = (): AsyncIterable<Uint8Array> => decodedBytes(place, bytes, decode, limits)
  return {
    kind: 'body',
    name,
    stem,
    modified: lastModified === undefined ? undefined : parseTime(lastModified),
    body: unpack({ name, stem, modified: undefined, path: undefined, open }, unpackLimits(limits)),
    etag: sendable(header('etag')),
    lastModified: sendable(lastModified),
    finalUrl: url.href,
    header,
    close: () => connection.close()
  }
}

/** A validator, where it can be sent back: a server's header may hold what no request may. */
const sendable = (validator: string | undefined): string | undefined =>
  validator !== undefined && /^[ -~]{1,1024}$/.test(validator) ? validator : undefined

const textOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join(', ')

/** {@link shownUrl} without the quotes, which whoever shows a name sets. */
const shownName = ({ origin, pathname }: URL): string => `${origin}${pathname}`
