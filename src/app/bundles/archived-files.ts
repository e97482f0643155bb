import type { BundleFile, BundleTarget } from '../../bundle/bundle-target.ts'
import { onePiece } from '../../bundle/one-piece.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { MANIFEST, manifestText, type WrittenFile } from './bundle-manifest.ts'
import { measuredFiles } from './measured.ts'
import type { OpenBundle } from './open-bundle.ts'

/** The files of a bundle with its manifest behind them, which tells an archive that is whole. */
export async function* archivedFiles(
  target: BundleTarget,
  open: OpenBundle,
  crypto: Crypto
): AsyncGenerator<BundleFile> {
  const written: WrittenFile[] = []
  yield* measuredFiles(target.files(open.bundle), crypto, (file) => written.push(file))
  yield { path: MANIFEST, text: onePiece(manifestText(target, open, written)) }
}
