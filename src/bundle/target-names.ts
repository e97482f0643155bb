/** The names of the targets of bundles, for those who offer them and build none. */
export const TARGET_NAMES = ['splunk', 'sentinel', 'elastic', 'qradar'] as const

/** One of {@link TARGET_NAMES}. */
export type TargetName = (typeof TARGET_NAMES)[number]
