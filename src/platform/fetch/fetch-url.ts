import { createAddressGuard } from './address-guard.ts'
import { checkedUrl } from './checked-url.ts'
import type { FetchAnswer } from './fetch-answer.ts'
import { fetchFile } from './fetch-file.ts'
import { FETCH_LIMITS } from './fetch-limits.ts'
import type { FetchParts } from './fetch-parts.ts'
import type { FetchRequest } from './fetch-request.ts'
import { fetchWeb } from './fetch-web.ts'
import { checkedHeaders } from './request-headers.ts'

/**
 * Fetches one URL or file. Throws a `Problem`: `fetch_refused` where it may not be fetched, `fetch_failed`,
 * `fetch_status`, `fetch_too_large`, `fetch_timeout` or `fetch_truncated` where it cannot be had whole,
 * `invalid_parameter` for headers and networks that are none, and those of `unpack` for archives.
 */
export type FetchUrl = (request: FetchRequest) => Promise<FetchAnswer>

/** A fetcher that reaches the public internet, the networks that a request allows, and the files of some folders. */
export const createFetchUrl =
  (parts: FetchParts): FetchUrl =>
  async (request) => {
    const limits = { ...FETCH_LIMITS, ...request.limits }
    const url = checkedUrl(request.url)
    if (typeof url === 'string')
      return fetchFile(url, { folders: parts.folders, validators: request.validators, limits })
    const headers = checkedHeaders(request.headers ?? [])
    const guard = createAddressGuard(request.allowNetworks ?? [])
    return fetchWeb(url, { ...request, headers, guard, limits }, parts)
  }
