import type { Seconds } from '../../indicator/time.ts'
import type { Validators } from './fetch-request.ts'

/** Nothing new since the validators, or bytes. */
export type FetchAnswer = { readonly kind: 'unchanged' } | FetchedBody

/** Bytes that are coming. They are read once, or the answer is closed. */
export interface FetchedBody extends Validators {
  readonly kind: 'body'
  /** For people: where the bytes come from, without anything secret. */
  readonly name: string
  /** A feed name for want of a better: the file's name without its endings, or the host. */
  readonly stem: string
  readonly modified: Seconds | undefined
  /** Content coding undone, and gzip or a zip archive with one file unpacked. Throws a `Problem` behind what is readable. */
  readonly body: AsyncIterable<Uint8Array>
  /** The URL behind all redirects. It may hold a secret, so it is no text for messages. */
  readonly finalUrl: string
  /** A header of the answer, by its name in lower case. */
  header(name: string): string | undefined
  /** Gives up what was not read. */
  close(): Promise<void>
}
