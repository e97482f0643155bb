import { BUNDLE_TARGETS, bundleTarget } from '../../bundle/bundle-targets.ts'
import type { BundleTarget } from '../../bundle/bundle-target.ts'
import type { Kind } from '../../indicator/kind.ts'
import { nearest } from '../../indicator/nearest.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { invalidParameter } from '../invalid-parameter.ts'

/** The names of all targets, in the order in which they are offered. */
export const TARGET_NAMES: readonly string[] = BUNDLE_TARGETS.map(({ name }) => name)

/** The target of a name. Throws `not_found` with the nearest one. */
export const requestedTarget = (name: string): BundleTarget => {
  const target = bundleTarget(name)
  if (target !== undefined) return target
  const near = nearest(name, TARGET_NAMES)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  throw new Problem(
    'not_found',
    `There is no target ${printable(name)}.${hint} There are: ${TARGET_NAMES.join(', ')}.`,
    { details: { allowed: TARGET_NAMES, ...(near === undefined ? {} : { nearest: near }) } }
  )
}

/** Refuses kinds that were asked for by name and that the target cannot look up. */
export const requireCarried = (target: BundleTarget, parameter: string, asked: readonly Kind[] | undefined): void => {
  for (const kind of asked ?? []) {
    const reason = target.leavesOut[kind]
    if (reason !== undefined) {
      throw invalidParameter(parameter, kind, { reason: `a bundle for ${target.product} cannot carry it: ${reason}` })
    }
  }
}
