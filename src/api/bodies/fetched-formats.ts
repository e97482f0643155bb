import { FEED_FORMATS } from './feed-formats.ts'

/** What a feed can be fetched as: every format, or a protocol of several requests. */
export const FETCHED_FORMATS = [...FEED_FORMATS, 'taxii', 'misp-feed'] as const
