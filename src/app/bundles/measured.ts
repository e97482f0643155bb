import type { BundleFile } from '../../bundle/bundle-target.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { WrittenFile } from './bundle-manifest.ts'

/** Passes a text on, and says behind its end how long it was and what its digest is. */
export async function* measured(
  path: string,
  text: AsyncIterable<string>,
  crypto: Crypto,
  onEnd: (file: WrittenFile) => void
): AsyncGenerator<string> {
  const digest = crypto.sha256()
  let bytes = 0
  for await (const piece of text) {
    digest.update(piece)
    bytes += Buffer.byteLength(piece)
    yield piece
  }
  onEnd({ path, bytes, sha256: digest.hex() })
}

/** The same for each of the files. */
export async function* measuredFiles(
  files: AsyncIterable<BundleFile>,
  crypto: Crypto,
  onEnd: (file: WrittenFile) => void
): AsyncGenerator<BundleFile> {
  for await (const { path, text } of files) yield { path, text: measured(path, text, crypto, onEnd) }
}
