import { LONGEST_FEED_NAME } from '../api/bodies/bounds.ts'
import { cleanText } from '../indicator/clean-text.ts'

/** A file's or caller's name of a feed as rules may show it. */
export const feedName = (text: string): string => cleanText(text, LONGEST_FEED_NAME) || 'unnamed feed'
