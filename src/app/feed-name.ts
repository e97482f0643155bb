import { cleanText } from '../indicator/clean-text.ts'

/** In code points. */
export const LONGEST_FEED_NAME = 64

/** A file's or caller's name of a feed as rules may show it. */
export const feedName = (text: string): string => cleanText(text, LONGEST_FEED_NAME) || 'unnamed feed'
