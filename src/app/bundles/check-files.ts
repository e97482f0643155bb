import { BUILD_AGAIN } from '../../bundle/build-again.ts'
import type { BundleFinding } from '../../bundle/bundle-target.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tree } from '../../platform/tree.ts'
import { type BundleManifest, MANIFEST, type WrittenFile } from './bundle-manifest.ts'
import { measured } from './measured.ts'

const wholeFile = (path: string, problem: string): BundleFinding => ({ path, line: undefined, problem })

/** What differs from the manifest in a file, a sentence. */
const differenceOf = async (tree: Tree, file: WrittenFile, crypto: Crypto): Promise<string | undefined> => {
  let found = { bytes: 0, sha256: '' }
  const text = measured(file.path, tree.read(file.path), crypto, (seen) => {
    found = seen
  })
  for await (const _ of text);
  if (found.bytes !== file.bytes) return `The file has ${found.bytes} bytes instead of ${file.bytes}.`
  return found.sha256 === file.sha256 ? undefined : `The content differs from the digest in ${MANIFEST}.`
}

/** What differs from its manifest in a folder: files that changed, that are missing, and that no bundle put there. */
export async function* checkFiles(
  tree: Tree,
  { files, writing }: BundleManifest,
  paths: readonly string[],
  crypto: Crypto
): AsyncGenerator<BundleFinding> {
  if (writing.length > 0) yield wholeFile(MANIFEST, `The run that wrote the bundle was cut short. ${BUILD_AGAIN}`)
  for (const file of files) {
    if (!paths.includes(file.path)) {
      yield wholeFile(file.path, `The file is missing. ${BUILD_AGAIN}`)
      continue
    }
    const difference = await differenceOf(tree, file, crypto)
    if (difference !== undefined) yield wholeFile(file.path, `${difference} ${BUILD_AGAIN}`)
  }
  const known = new Set([MANIFEST, ...files.map(({ path }) => path), ...writing])
  for (const path of paths) {
    if (known.has(path)) continue
    yield wholeFile(
      path,
      `The file is none of this bundle: ${MANIFEST} does not list it. Move it elsewhere, and unpack archives into an empty folder.`
    )
  }
}
