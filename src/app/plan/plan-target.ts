import { bundleTarget } from '../../bundle/bundle-targets.ts'
import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { nearest } from '../../indicator/nearest.ts'
import { TARGET_NAMES } from '../bundles/requested-target.ts'
import { invalidParameter } from '../invalid-parameter.ts'

/** The target that a flag or parameter names. Throws `invalid_parameter` where it is left out or there is none. */
export const planTarget = (parameter: string, name: string | undefined): BundleTarget => {
  if (name === undefined) {
    throw invalidParameter(parameter, undefined, {
      reason: 'it is required; name the SIEM to plan for',
      allowed: TARGET_NAMES
    })
  }
  const target = bundleTarget(name)
  if (target !== undefined) return target
  throw invalidParameter(parameter, name, {
    reason: 'there is no such target',
    allowed: TARGET_NAMES,
    nearest: nearest(name, TARGET_NAMES)
  })
}
