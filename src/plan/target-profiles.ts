import type { TargetProfile } from './target-profile.ts'
import { elastic } from './targets/elastic.ts'
import { qradar } from './targets/qradar.ts'
import { sentinel } from './targets/sentinel.ts'
import { splunk } from './targets/splunk.ts'

/** What the planner knows of every target, in the order of the bundles' targets. */
export const TARGET_PROFILES: readonly TargetProfile[] = [splunk, sentinel, elastic, qradar]
