import type { Source } from '../../indicator/indicator.ts'

/** Whether two sources say the same, as far as a look at each member tells: equal contexts may be two objects. */
export const isSameSource = (a: Source, b: Source | undefined): boolean =>
  a.feed === b?.feed &&
  a.confidence === b.confidence &&
  a.firstSeen === b.firstSeen &&
  a.lastSeen === b.lastSeen &&
  a.validUntil === b.validUntil &&
  a.context === b.context
