import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { onePiece } from '../../bundle/one-piece.ts'
import { wholeText } from '../../bundle/whole-text.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tree } from '../../platform/tree.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import {
  type BundleManifest,
  MANIFEST,
  manifestText,
  writingManifestText,
  type WrittenFile
} from './bundle-manifest.ts'
import { measuredFiles } from './measured.ts'
import type { OpenBundle } from './open-bundle.ts'
import { readManifest } from './read-manifest.ts'

const notOurs = ({ path }: Tree, holds: string): Problem =>
  new Problem(
    'folder_not_ours',
    `The folder ${printable(path)} ${holds}; nothing was written. Choose a folder of its own for the bundle.`
  )

/** What a folder's manifest says; `undefined` for an empty folder. Throws where something else is in it. */
const manifestOf = async (
  tree: Tree,
  paths: readonly string[],
  target: BundleTarget
): Promise<BundleManifest | undefined> => {
  if (paths.length === 0) return undefined
  if (!paths.includes(MANIFEST)) throw notOurs(tree, `holds files and no ${MANIFEST}`)
  const manifest = readManifest(await wholeText(tree.read(MANIFEST)))
  if (manifest === undefined) throw notOurs(tree, `holds a ${MANIFEST} that is none of a bundle`)
  if (manifest.target !== target.name) throw notOurs(tree, `holds a bundle for ${printable(manifest.target)}`)
  return manifest
}

/**
 * Makes a folder hold a bundle. The files are written aside first; only then does the manifest name them and are they
 * moved to their places, and files of the bundle before them deleted. A run that is cut short leaves the older bundle,
 * or a manifest that names what it was about to write, so that the next run makes good for it. What no manifest names
 * is never touched.
 */
export const writeBundle = async (
  tree: Tree,
  target: BundleTarget,
  open: OpenBundle,
  crypto: Crypto
): Promise<readonly WrittenFile[]> => {
  const found = await tree.list()
  const before = await manifestOf(tree, found, target)
  const ours = new Set([...(before?.files ?? []).map(({ path }) => path), ...(before?.writing ?? [])])
  const others = new Set(found.filter((path) => path !== MANIFEST && !ours.has(path)))
  const written: WrittenFile[] = []
  try {
    await tree.unstage()
    for await (const { path, text } of measuredFiles(target.files(open.bundle), crypto, (file) => written.push(file))) {
      if (others.has(path)) throw notOurs(tree, `holds a file ${printable(path)} that no bundle wrote`)
      await tree.stage(path, text)
    }
    const paths = written.map(({ path }) => path)
    await tree.write(MANIFEST, onePiece(writingManifestText(target, open, before, paths)))
    for (const path of paths) await tree.place(path)
    for (const path of ours) if (!paths.includes(path)) await tree.remove(path)
    await tree.write(MANIFEST, onePiece(manifestText(target, open, written)))
  } finally {
    await tree.unstage()
  }
  return written
}
