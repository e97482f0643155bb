import type { FeedMode } from '../indicator/feed-mode.ts'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import type { Seconds } from '../indicator/time.ts'

/** In characters; enough for the banner and the first records of every format. */
export const SAMPLE_LENGTH = 65_536

/** The beginning of an input, enough to tell its format by. */
export interface Sample {
  /** Decoded text of the first bytes (at most {@link SAMPLE_LENGTH} characters); may end in the middle of a line. */
  readonly text: string
  /** Whether `text` is the whole input. */
  readonly complete: boolean
}

/** What a reader may be told from outside. */
export interface ReadOptions {
  /** Column roles for tables whose header names are not the usual ones, from `--columns`: role by column name. */
  readonly columns: Readonly<Record<string, string>> | undefined
  /** Longest line of text, longest JSON value, in characters; longer ones become rejects. */
  readonly maxLineLength: number
  /** When the input is read; what a feed says to have ended before it is expired. */
  readonly now: Seconds
}

/** One format that feeds come in. One file or folder per format in `formats/`, one line in `formats.ts`. */
export interface FeedFormat {
  /** The name for `--format`: `urlhaus-csv`, `misp`, `list`. */
  readonly name: string
  /** For people: `URLhaus, CSV`. */
  readonly title: string
  /** The feed name used when the caller gives none and the format has one owner: `URLhaus`. */
  readonly feed: string | undefined
  /** What most feeds of the format are; the caller may know better of one feed. */
  readonly mode: FeedMode
  /** Whether the sample is of this format. The list asks its formats in order; the first yes wins. */
  readonly recognise: (sample: Sample) => boolean
  /**
   * Yields the items of the input in batches, in the order of the file. A damaged input throws a `Problem`
   * (`input_truncated`, `input_broken`) after everything readable before the damage was yielded.
   */
  readonly read: (text: AsyncIterable<string>, options: ReadOptions) => AsyncIterable<readonly FeedItem[]>
}
