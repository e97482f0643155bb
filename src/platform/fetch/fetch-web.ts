import type { Dispatcher } from 'undici'
import type { AddressGuard } from './address-guard.ts'
import { type AnswerParts, webAnswer } from './web-answer.ts'
import { checkedWebUrl } from './checked-url.ts'
import { openConnection } from './connection.ts'
import { ACCEPT_ENCODING } from './content-coding.ts'
import { type FetchLimits, MOST_REDIRECTS } from './fetch-limits.ts'
import { failed, headProblem, refused, tooSlow } from './fetch-problem.ts'
import type { FetchAnswer } from './fetch-answer.ts'
import type { FetchParts } from './fetch-parts.ts'
import type { FetchRequest } from './fetch-request.ts'
import { createPatience, type Patience } from './patience.ts'
import type { Header } from './request-headers.ts'
import { shownUrl } from './shown-url.ts'

/** A request whose parts were checked. */
export interface WebRequest extends FetchRequest {
  readonly headers: readonly Header[]
  readonly guard: AddressGuard
  readonly limits: FetchLimits
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Fetches a web address, redirect by redirect. */
export const fetchWeb = async (url: URL, request: WebRequest, parts: FetchParts): Promise<FetchAnswer> => {
  const patience = createPatience(request.limits.totalSeconds, request.signal)
  const isConditional = request.validators?.etag !== undefined || request.validators?.lastModified !== undefined
  let at = url
  let isAtHome = true
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await ask(at, isAtHome, request, parts, patience)
    const target = redirectTarget(at, answer.response)
    if (target === undefined) return webAnswer(at, answer, { ...request, isConditional, clock: parts.clock, patience })
    await answer.connection.close()
    // Whoever was trusted with the headers is left for good, also where a later redirect leads back.
    isAtHome &&= target.origin === at.origin
    at = target
  }
  throw failed(
    shownUrl(url),
    `it is redirected more than ${MOST_REDIRECTS} times. Use the URL that it is meant to lead to`
  )
}

const ask = async (
  url: URL,
  isAtHome: boolean,
  request: WebRequest,
  { resolve, userAgent, authorities = [] }: FetchParts,
  patience: Patience
): Promise<AnswerParts> => {
  const place = shownUrl(url)
  const { guard, limits } = request
  const connection = openConnection(url, limits, { place, resolve, guard, authorities, signal: patience.signal })
  try {
    const response = await patience.wait(
      connection.request(url.pathname + url.search, requestHeaders(request, isAtHome, userAgent)),
      limits.headersSeconds,
      (waited) => tooSlow(place, `${waited}, and the headers of its answer are not there`)
    )
    return { connection, response }
  } catch (error) {
    await connection.close()
    throw headProblem(place, error)
  }
}

const requestHeaders = (
  { accept = '*/*', headers, validators }: WebRequest,
  isAtHome: boolean,
  userAgent: string
): Record<string, string> => {
  const sent: Record<string, string> = { accept, 'accept-encoding': ACCEPT_ENCODING, 'user-agent': userAgent }
  if (validators?.etag !== undefined) sent['if-none-match'] = validators.etag
  if (validators?.lastModified !== undefined) sent['if-modified-since'] = validators.lastModified
  if (isAtHome) for (const { name, value } of headers) sent[name.toLowerCase()] = value
  return sent
}

/** Where an answer redirects to, checked like the URL of a feed; `undefined` where it redirects nowhere. */
const redirectTarget = (from: URL, { statusCode, headers }: Dispatcher.ResponseData): URL | undefined => {
  const { location } = headers
  if (!REDIRECTS.has(statusCode) || typeof location !== 'string') return undefined
  const place = shownUrl(from)
  if (!URL.canParse(location, from.href))
    throw refused(place, 'redirects to what is no URL. Use the URL behind the redirect')
  const target = checkedWebUrl(new URL(location, from))
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw refused(place, `redirects from https to http, to ${shownUrl(target)}. Ask its provider for a secure URL`)
  }
  return target
}
