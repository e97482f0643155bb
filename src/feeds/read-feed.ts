import type { FeedItem } from '../indicator/raw-indicator.ts'
import { type FeedFormat, type ReadOptions, SAMPLE_LENGTH } from './feed-format.ts'
import { lookAhead } from './look-ahead.ts'
import { formatNamed, recogniseFormat } from './recognise-format.ts'

/** How a feed is read. */
export interface ReadFeedOptions extends ReadOptions {
  /** The name of its format; without one it is recognised by what the text holds. */
  readonly format?: string | undefined
}

/** A feed whose format is known. */
export interface OpenFeed {
  readonly format: FeedFormat
  /** Every value of the feed, in batches, in the order of the text; to be read once. */
  readonly items: AsyncIterable<readonly FeedItem[]>
}

/**
 * Opens a feed. Throws a `Problem` where the format is unknown (`input_unknown`, `input_empty`, `input_binary`,
 * `input_html`, `invalid_parameter`); reading the items throws one where the text is damaged (`input_truncated`,
 * `input_broken`), after everything readable was given.
 */
export const readFeed = async (text: AsyncIterable<string>, options: ReadFeedOptions): Promise<OpenFeed> => {
  const named = options.format === undefined ? undefined : formatNamed(options.format)
  const { beginning, isWhole, all, failure, close } = await lookAhead(text, SAMPLE_LENGTH)
  try {
    const format = named ?? recogniseFormat({ text: beginning, complete: isWhole })
    return { format, items: format.read(all, options) }
  } catch (error) {
    await close()
    throw failure === undefined ? error : failure.error
  }
}
