import type { FetchLimits } from './fetch-limits.ts'
import type { Header } from './request-headers.ts'

/** What a server said of its answer, to be told so the next time. */
export interface Validators {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

/** Something to fetch. */
export interface FetchRequest {
  /** An `http:`, `https:` or `file:` URL, or the path of a file. */
  readonly url: string
  /** The media types that are wanted; anything when left out. */
  readonly accept?: string | undefined
  /** Sent to the URL's own origin only. Their values are shown nowhere. */
  readonly headers?: readonly Header[] | undefined
  /** Those of the last answer, where `unchanged` will do. */
  readonly validators?: Validators | undefined
  /** Networks in CIDR notation that may be reached though they are no part of the public internet. */
  readonly allowNetworks?: readonly string[] | undefined
  readonly limits?: Partial<FetchLimits> | undefined
  /** Gives up at once; its reason is thrown. */
  readonly signal?: AbortSignal | undefined
}
