import { BUILD_AGAIN } from '../../bundle/build-again.ts'
import { bundleTarget } from '../../bundle/bundle-targets.ts'
import type { BundleFiles, BundleFinding } from '../../bundle/bundle-target.ts'
import { wholeText } from '../../bundle/whole-text.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tree } from '../../platform/tree.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { type BundleManifest, MANIFEST } from './bundle-manifest.ts'
import { checkCounts } from './check-counts.ts'
import { checkFiles } from './check-files.ts'
import { readManifest } from './read-manifest.ts'

const requireManifest = async (tree: Tree, paths: readonly string[]): Promise<BundleManifest> => {
  if (!paths.includes(MANIFEST)) {
    throw new Problem(
      'input_missing',
      `The folder ${printable(tree.path)} holds no ${MANIFEST}, so it is no bundle. Check the path.`
    )
  }
  const manifest = readManifest(await wholeText(tree.read(MANIFEST)))
  if (manifest !== undefined) return manifest
  throw new Problem(
    'input_broken',
    `The ${MANIFEST} in ${printable(tree.path)} is none of a bundle of this version. ${BUILD_AGAIN}`
  )
}

/**
 * What is wrong with a bundle in a folder: its files against its manifest, what its target would not take, and rows that
 * are missing.
 */
export async function* checkBundle(tree: Tree, crypto: Crypto): AsyncGenerator<BundleFinding> {
  const paths = await tree.list()
  const manifest = await requireManifest(tree, paths)
  yield* checkFiles(tree, manifest, paths, crypto)
  const target = bundleTarget(manifest.target)
  if (target === undefined) {
    const problem = `The target ${printable(manifest.target)} is not known. ${BUILD_AGAIN}`
    yield { path: MANIFEST, line: undefined, problem }
    return
  }
  const listed = new Set(manifest.files.map(({ path }) => path))
  const files: BundleFiles = { paths: paths.filter((path) => listed.has(path)), read: (path) => tree.read(path) }
  yield* target.check(files)
  yield* checkCounts(manifest, await target.held(files))
}
