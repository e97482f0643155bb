import { BUILD_AGAIN } from '../../bundle/build-again.ts'
import type { BundleFinding } from '../../bundle/bundle-target.ts'
import type { HeldRows } from '../../bundle/held-rows.ts'
import { totalOf } from '../../indicator/count-by-kind.ts'
import { KINDS } from '../../indicator/kind.ts'
import { type BundleManifest, MANIFEST } from './bundle-manifest.ts'

/** Rows that the manifest tells of and that no file holds. */
export function* checkCounts(
  { rows, removals }: Pick<BundleManifest, 'rows' | 'removals'>,
  held: HeldRows
): Generator<BundleFinding> {
  const missing = (told: number, found: number, what: string): BundleFinding => ({
    path: MANIFEST,
    line: undefined,
    problem: `It tells of ${told} ${what}, and the files hold ${found}. ${BUILD_AGAIN}`
  })
  for (const kind of KINDS) {
    const [told, found] = [rows[kind] ?? 0, held.rows[kind] ?? 0]
    if (found < told) yield missing(told, found, `rows of ${kind}`)
  }
  const told = totalOf(removals)
  if (held.removals !== undefined && held.removals < told) yield missing(told, held.removals, 'removals')
}
