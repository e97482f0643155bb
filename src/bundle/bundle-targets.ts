import type { BundleTarget } from './bundle-target.ts'
import { elastic } from './targets/elastic/elastic.ts'
import { qradar } from './targets/qradar/qradar.ts'
import { sentinel } from './targets/sentinel/sentinel.ts'
import { splunk } from './targets/splunk/splunk.ts'

/** Every target of bundles, in the order in which they are offered. */
export const BUNDLE_TARGETS: readonly BundleTarget[] = [splunk, sentinel, elastic, qradar]

/** The target of a name; `undefined` where there is none. */
export const bundleTarget = (name: string): BundleTarget | undefined =>
  BUNDLE_TARGETS.find((target) => target.name === name)
