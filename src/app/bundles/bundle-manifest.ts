import type { BundleTarget } from '../../bundle/bundle-target.ts'
import type { CountByKind } from '../../indicator/count-by-kind.ts'
import { formatInstant, type Instant } from '../../indicator/time.ts'
import type { OpenBundle } from './open-bundle.ts'

/** Says what a folder or archive holds; it stands last, so that what has it is whole. */
export const MANIFEST = 'bundle.json'

/** The version of what a manifest says. */
export const FORMAT = 1

/** A file of a bundle as it was written. */
export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  /** Lower-case hex. */
  readonly sha256: string
}

/** What a bundle's manifest says that programs need. */
export interface BundleManifest {
  readonly target: string
  readonly filters: string
  /** Of what else shapes rows; see `bundle-shape.ts`. */
  readonly shape: string
  /** `undefined` where no bundle was ever written to its end. */
  readonly position: Instant | undefined
  readonly rows: CountByKind
  readonly removals: CountByKind
  readonly files: readonly WrittenFile[]
  /** The files of a run that did not come to its end. */
  readonly writing: readonly string[]
}

const lines = (object: object): string => `${JSON.stringify(object, null, 2)}\n`

/** The manifest of a bundle that is whole. */
export const manifestText = (
  target: BundleTarget,
  { bundle, filters, shape, rows, removals, leftOut, withheld }: OpenBundle,
  files: readonly WrittenFile[]
): string =>
  lines({
    format: FORMAT,
    target: target.name,
    position: formatInstant(bundle.position),
    since: bundle.since === undefined ? null : formatInstant(bundle.since),
    filters,
    shape,
    rows,
    removals,
    left_out: leftOut.map(({ kind, count, reason }) => ({ type: kind, count, reason })),
    withheld,
    files
  })

/** The manifest of a folder in which a run is about to change files: what stood there, and what may stand there. */
export const writingManifestText = (
  target: BundleTarget,
  { filters }: OpenBundle,
  before: BundleManifest | undefined,
  writing: readonly string[]
): string =>
  lines({
    format: FORMAT,
    target: before?.target ?? target.name,
    ...(before?.position === undefined ? {} : { position: formatInstant(before.position) }),
    filters: before?.filters ?? filters,
    shape: before?.shape ?? '',
    files: before?.files ?? [],
    writing
  })
