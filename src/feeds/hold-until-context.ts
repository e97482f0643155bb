import type { FeedItem } from '../indicator/raw-indicator.ts'

/** Most items that wait at a time; memory stays flat however long a file is. */
export const MOST_HELD = 20_000

/** How a format learns what its file says about values that may stand before it. */
export interface ContextReader<Entry, Held> {
  /** Whether what was said so far ends before this entry: the values that wait are released. */
  readonly begins: (entry: Entry) => boolean
  /** Takes in an entry; gives the values in it that have to wait for what is still to be said about them. */
  readonly take: (entry: Entry) => readonly Held[]
  /** Makes the item of a value that waited, with all that is known. */
  readonly release: (held: Held) => FeedItem
}

/**
 * Holds values back until everything that is said about them was read, in the order of the file. When more than
 * {@link MOST_HELD} wait, they are released with what is known by then. Damage releases what waits, then goes on up.
 */
export async function* holdUntilContext<Entry, Held>(
  batches: AsyncIterable<readonly Entry[]>,
  reader: ContextReader<Entry, Held>
): AsyncGenerator<readonly FeedItem[]> {
  let waiting: Held[] = []
  function* releaseAll(): Generator<readonly FeedItem[]> {
    if (waiting.length > 0) yield waiting.map(reader.release)
    waiting = []
  }
  try {
    for await (const batch of batches) {
      for (const entry of batch) {
        if (reader.begins(entry) || waiting.length >= MOST_HELD) yield* releaseAll()
        for (const held of reader.take(entry)) waiting.push(held)
      }
    }
  } catch (error) {
    yield* releaseAll()
    throw error
  }
  yield* releaseAll()
}
