import type { Kind } from '../indicator/kind.ts'
import type { Bundle } from './bundle.ts'
import type { HeldRows } from './held-rows.ts'
import type { TargetName } from './target-names.ts'

/** One file of a bundle; its text is read once, before the next file is asked for. */
export interface BundleFile {
  /** Below the bundle's folder, parts joined by `/`. */
  readonly path: string
  readonly text: AsyncIterable<string>
}

/** The files of a bundle, read back. */
export interface BundleFiles {
  /** Sorted by code point. */
  readonly paths: readonly string[]
  /** Text in pieces. */
  read(path: string): AsyncIterable<string>
}

/** Something that the target would not take. */
export interface BundleFinding {
  readonly path: string
  /** From 1; `undefined` where it is about the whole file. */
  readonly line: number | undefined
  /** A sentence: what is wrong, and what to do. */
  readonly problem: string
}

/** A SIEM that takes indicators as a table of its own. One folder per target, one line in `bundle-targets.ts`, and its name. */
export interface BundleTarget {
  readonly name: TargetName
  /** As its maker writes it: `Microsoft Sentinel`. */
  readonly product: string
  /** Why the kinds that it cannot look up stay out. Every other kind is carried. */
  readonly leavesOut: Readonly<Partial<Record<Kind, string>>>
  /** Files in the order in which they are written; `README.md` stands last. */
  files(bundle: Bundle): AsyncIterable<BundleFile>
  /** What is wrong with a bundle of this target, without any server. */
  check(files: BundleFiles): AsyncIterable<BundleFinding>
  /** How many rows the files hold; of a delta, rows may stand in it that need not. */
  held(files: BundleFiles): Promise<HeldRows>
}
