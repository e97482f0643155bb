/**
 * What it means that a feed no longer holds a value. A `list` holds everything that its owner stands for, so the value
 * is withdrawn. A `window` holds the latest part of a longer story, such as the last days, so the value only ages.
 */
export const FEED_MODES = ['list', 'window'] as const

/** One of {@link FEED_MODES}. */
export type FeedMode = (typeof FEED_MODES)[number]
