/** How much a feed holds in a run, beside how much it held before. */
export interface FeedSize {
  readonly feed: string
  /** Different values that the run accepted. */
  readonly size: number
  /** Live indicators that the feed says something of. */
  readonly before: number
  /** Those of them that the run takes back. */
  readonly takenBack: number
  /** Whether the run read all of the feed. */
  readonly isWhole: boolean
  /** Whether what it no longer names is withdrawn. */
  readonly isList: boolean
}

/**
 * What becomes of a feed's run: `take` all of it; `keep` what the feed no longer names, for the reason given; or `hold`
 * all of it back.
 */
export type Admission = { readonly kind: 'take' } | Keep | { readonly kind: 'hold' }

/** Nothing is withdrawn or taken back: the feed could not be read whole, came empty, or lost too much at once. */
interface Keep {
  readonly kind: 'keep'
  readonly because: 'unread' | 'empty' | 'shrunk'
}

/** How far a feed may change from run to run. */
export interface SizeLimits {
  /** Percent of its indicators that it may lose. */
  readonly maxLossPercent: number
  /** How many times its size it may reach. */
  readonly maxGrowth: number
  /** Growth up to this size is never held. */
  readonly growthFrom: number
  /** A size that was approved, whatever the others say; `undefined` approves none. */
  readonly approved?: number | undefined
  /** Whether the feed only tells what is new, so that it may tell nothing. */
  readonly isIncremental?: boolean
}

/** Values on both sides of an approved size that its approval covers, in percent. */
const APPROVED_MARGIN_PERCENT = 10

const isApproved = (size: number, approved: number | undefined): boolean =>
  approved !== undefined && Math.abs(size - approved) * 100 <= approved * APPROVED_MARGIN_PERCENT

const isGrown = ({ size, before }: FeedSize, { growthFrom, maxGrowth }: SizeLimits): boolean =>
  before > 0 && size > growthFrom && size > before * maxGrowth

/** A list loses what it no longer names, taken back or not; a window only what it takes back. */
const isShrunk = ({ size, before, takenBack, isList }: FeedSize, { maxLossPercent }: SizeLimits): boolean =>
  (isList ? before - size : takenBack) * 100 > before * maxLossPercent

/** Judges a feed by its size: a feed that fails must not empty a SIEM, and one that was poisoned must not flood it. */
export const judgeSize = (feed: FeedSize, limits: SizeLimits): Admission => {
  const wasApproved = isApproved(feed.size, limits.approved)
  if (!wasApproved && isGrown(feed, limits)) return { kind: 'hold' }
  if (!feed.isWhole) return { kind: 'keep', because: 'unread' }
  if (wasApproved) return { kind: 'take' }
  if (isShrunk(feed, limits)) return { kind: 'keep', because: feed.size === 0 ? 'empty' : 'shrunk' }
  return feed.size === 0 && limits.isIncremental !== true ? { kind: 'keep', because: 'empty' } : { kind: 'take' }
}
