import { pipeline, Readable } from 'node:stream'
import type { ContentCoding } from '../answers/content-coding.ts'

/** A body as its reader wants it coded. Nothing of it is read before anything of this is, and it fails as the body fails. */
export async function* codedBody(
  body: AsyncIterable<string | Uint8Array>,
  { coder }: ContentCoding
): AsyncGenerator<Uint8Array> {
  // A failure of either destroys the other, and comes out of the loop that reads.
  yield* pipeline(Readable.from(body), coder(), () => {})
}
