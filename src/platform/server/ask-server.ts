import { openConnection } from '../fetch/connection.ts'
import { ACCEPT_ENCODING, decoderOf } from '../fetch/content-coding.ts'
import { decodedBytes } from '../fetch/decoded-bytes.ts'
import { FETCH_LIMITS, type FetchLimits, MOST_REDIRECTS } from '../fetch/fetch-limits.ts'
import type { FetchParts } from '../fetch/fetch-parts.ts'
import { failed, headProblem, refused, tooSlow, truncated } from '../fetch/fetch-problem.ts'
import { createPatience, type Patience } from '../fetch/patience.ts'
import { checkedHeaders, type Header } from '../fetch/request-headers.ts'
import { shownUrl } from '../fetch/shown-url.ts'
import { wireBytes } from '../fetch/wire-bytes.ts'

/** A GET to a server that the operator named. */
export interface ServerRequest {
  readonly url: URL
  /** Their values are shown nowhere, and sent to the URL's own origin only. */
  readonly headers: readonly Header[]
  readonly limits?: Partial<FetchLimits> | undefined
}

/** An answer of any status, whose body is still to come. */
export interface ServerAnswer {
  readonly status: number
  /** A header, by its name in lower case. */
  header(name: string): string | undefined
  /**
   * Content coding undone; read once. Throws `fetch_truncated` where it breaks off, is not as long as was announced, or
   * has no end that can be told from a broken connection.
   */
  readonly body: AsyncIterable<Uint8Array>
  /** Gives up what was not read. */
  close(): Promise<void>
}

/**
 * Asks a server, wherever it is: it may stand on this machine or in a private network. Redirects are followed within its
 * origin. Throws a `Problem`: `fetch_refused` for a redirect that leads elsewhere, `fetch_failed`, `fetch_timeout`,
 * `fetch_too_large` or `fetch_truncated`, and `invalid_parameter` for a header that cannot be sent.
 */
export type AskServer = (request: ServerRequest) => Promise<ServerAnswer>

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Whoever is named by the operator may be reached anywhere. */
const anywhere = (): undefined => undefined

/** Asks servers over the network. */
export const createAskServer =
  (parts: Pick<FetchParts, 'resolve' | 'userAgent' | 'authorities'>): AskServer =>
  async ({ url, headers, limits: given }) => {
    const limits = { ...FETCH_LIMITS, ...given }
    const sent = sentHeaders(checkedHeaders(headers), parts.userAgent)
    const patience = createPatience(limits.totalSeconds, undefined)
    let at = url
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await ask(at, sent, { limits, patience, parts })
      const location = REDIRECTS.has(answer.status) ? answer.header('location') : undefined
      if (location === undefined) return answer
      await answer.close()
      at = targetOf(at, location)
    }
    throw failed(
      shownUrl(url),
      `it is redirected more than ${MOST_REDIRECTS} times. Use the URL that it is meant to lead to`
    )
  }

interface Terms {
  readonly limits: FetchLimits
  readonly patience: Patience
  readonly parts: Pick<FetchParts, 'resolve' | 'userAgent' | 'authorities'>
}

const sentHeaders = (headers: readonly Header[], userAgent: string): Readonly<Record<string, string>> => ({
  'accept-encoding': ACCEPT_ENCODING,
  'user-agent': userAgent,
  ...Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]))
})

const ask = async (url: URL, headers: Readonly<Record<string, string>>, terms: Terms): Promise<ServerAnswer> => {
  const { limits, patience, parts } = terms
  const place = shownUrl(url)
  const { resolve, authorities = [] } = parts
  const connection = openConnection(url, limits, {
    place,
    resolve,
    guard: anywhere,
    authorities,
    signal: patience.signal
  })
  try {
    const response = await patience.wait(
      connection.request(url.pathname + url.search, headers),
      limits.headersSeconds,
      (waited) => tooSlow(place, `${waited}, and the headers of its answer are not there`)
    )
    const header = (name: string): string | undefined => textOf(response.headers[name])
    const decode = decoderOf(header('content-encoding') ?? 'identity')
    if (decode === undefined) throw failed(place, 'its content coding is none that was asked for')
    const bytes = hasEnd(header) ? wireBytes(place, response.body, connection, limits, patience) : endless(place)
    return {
      status: response.statusCode,
      header,
      body: decodedBytes(place, bytes, decode, limits),
      close: () => connection.close()
    }
  } catch (error) {
    await connection.close()
    throw headProblem(place, error)
  }
}

const textOf = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join(', ')

/** Whether the end of a body can be told from a connection that breaks off (RFC 9112 section 6.3). */
const hasEnd = (header: (name: string) => string | undefined): boolean =>
  header('content-length') !== undefined || header('transfer-encoding') !== undefined

async function* endless(place: string): AsyncGenerator<Uint8Array> {
  yield* []
  throw truncated(place, 'it says neither its length nor where it ends, so that half of it would look like all of it')
}

const targetOf = (from: URL, location: string): URL => {
  const target = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (target?.origin === from.origin) return target
  const where = target === undefined ? 'what is no URL' : shownUrl(target)
  throw refused(shownUrl(from), `redirects to ${where}, and the key is for the server it was given for only`)
}
