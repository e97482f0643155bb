import type { Indicator } from '../../indicator/indicator.ts'
import { dayOfInstant, SECONDS_PER_DAY, type Day, type Seconds } from '../../indicator/time.ts'

/** When an indicator was seen first, as a source gives it; else the day of first acceptance or, if earlier, of last sight. */
export const firstSight = ({ firstSeen, added, lastSeen }: Indicator): Seconds =>
  firstSeen ?? Math.min(dayOfInstant(added), lastSeen) * SECONDS_PER_DAY

/** A day of last sight as a moment that is not before the first: midnight, or the first sight on that day. */
export const lastSight = (lastSeen: Day, firstSeen: Seconds | undefined): Seconds =>
  Math.max(lastSeen * SECONDS_PER_DAY, firstSeen ?? 0)
