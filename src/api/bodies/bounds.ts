// The bounds of what bodies and flags of the command line say.

/** Of the body of a request, in bytes; far more than any operation takes. */
export const LONGEST_BODY = 65_536

/** Of the name of a key, in code points, as all lengths of texts are. */
export const LONGEST_KEY_NAME = 100

/** Of the account of a key. */
export const LONGEST_ACCOUNT = 64

/** Of the networks of a key. */
export const MOST_NETWORKS = 50

/** Of the feeds that a key may see. */
export const MOST_FEEDS = 50

/** For how long a key lives. */
export const MOST_DAYS = 3_650

/** {@link MOST_DAYS} in words. */
export const LIFE_MUST = `a key lives more than 0 and at most ${MOST_DAYS} days`

/** For how long the secret of before holds. */
export const MOST_OVERLAP_HOURS = 720

/** The same unless given. */
export const DEFAULT_OVERLAP_HOURS = 24

/** Of the name of a feed. */
export const LONGEST_FEED_NAME = 64

/** Of the URL of a feed. */
export const LONGEST_FEED_URL = 2_048

/** Of each list that is said of a feed. */
export const MOST_FEED_ENTRIES = 50

/** What is said of a text beyond its bound. */
export const longerThan = (longest: number): string => `it is longer than ${longest} characters`

/** What is said of a list beyond its bound. */
export const moreThan = (most: number): string => `it has more than ${most} entries`
