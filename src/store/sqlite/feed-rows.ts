import { KINDS } from '../../indicator/kind.ts'
import type { Day } from '../../indicator/time.ts'
import type { AgeBounds, FeedRow, NaturalKey } from '../indicator-store.ts'
import { kindCodes } from './codes.ts'
import { allOf, compared, type Condition } from './condition.ts'
import type { Connection } from './connection.ts'
import type { FeedIds } from './feed-ids.ts'

const walk = (connection: Connection, conditions: readonly Condition[], limit: number): readonly FeedRow[] => {
  const { sql, parameters } = allOf(conditions)
  return connection
    .all<[row: number, kind: number, value: string]>(
      `SELECT s.row_id, i.kind, i.value FROM sources AS s INDEXED BY sources_by_feed
       CROSS JOIN indicators AS i ON i.row_id = s.row_id WHERE ${sql} ORDER BY s.row_id LIMIT ?`,
      ...parameters,
      limit
    )
    .map(([row, kind, value]) => ({ row, kind: kindCodes.nameOf(kind), value }))
}

const ofFeed = (feedId: number, behind: number): readonly Condition[] => [
  compared('s.feed_id =', feedId),
  compared('s.row_id >', behind)
]

/** The first asks the source alone, so that the indicators of the others are never looked up. */
const outlived = ({ seenBefore, endedBy }: AgeBounds): readonly Condition[] => [
  {
    sql: '(s.valid_until <= ? OR s.last_seen < ?)',
    parameters: [endedBy, Math.max(...KINDS.map((kind) => seenBefore[kind]))]
  },
  {
    sql: `(s.valid_until <= ? OR s.last_seen < CASE i.kind ${KINDS.map(() => 'WHEN ? THEN ?').join(' ')} END)`,
    parameters: [endedBy, ...KINDS.flatMap((kind) => [kindCodes.codeOf(kind), seenBefore[kind]])]
  }
]

/** What feeds say something of, as one connection sees it. */
export class FeedRows {
  readonly #connection: Connection
  readonly #feeds: FeedIds

  constructor(connection: Connection, feeds: FeedIds) {
    this.#connection = connection
    this.#feeds = feeds
  }

  /** The rows of a feed behind a row. */
  all(feed: string, behind: number, limit: number): readonly FeedRow[] {
    const feedId = this.#feeds.find(this.#connection, feed)
    return feedId === undefined ? [] : walk(this.#connection, ofFeed(feedId, behind), limit)
  }

  /** Those that may have outlived their time. */
  toAge(bounds: AgeBounds, behind: number, limit: number): readonly FeedRow[] {
    const feedId = this.#feeds.find(this.#connection, bounds.feed)
    if (feedId === undefined) return []
    return walk(this.#connection, [...ofFeed(feedId, behind), ...outlived(bounds)], limit)
  }

  size(feed: string): number {
    const feedId = this.#feeds.find(this.#connection, feed)
    if (feedId === undefined) return 0
    const [row] = this.#connection.all<[number]>('SELECT count(*) FROM sources WHERE feed_id = ?', feedId)
    return row?.[0] ?? 0
  }

  /** Of how many of these values the feed says something. */
  countSaid(feed: string, keys: readonly NaturalKey[]): number {
    const feedId = this.#feeds.find(this.#connection, feed)
    if (feedId === undefined) return 0
    const [row] = this.#connection.all<[number]>(
      `SELECT count(*) FROM json_each(?) AS wanted
       CROSS JOIN indicators AS i ON i.kind = wanted.value ->> 0 AND i.value = wanted.value ->> 1
       CROSS JOIN sources AS s ON s.row_id = i.row_id AND s.feed_id = ?`,
      JSON.stringify(keys.map(({ kind, value }) => [kindCodes.codeOf(kind), value])),
      feedId
    )
    return row?.[0] ?? 0
  }

  names(): readonly string[] {
    return this.#connection
      .all<[string]>(
        'SELECT name FROM feeds WHERE EXISTS (SELECT 1 FROM sources WHERE sources.feed_id = feeds.feed_id) ORDER BY name'
      )
      .map(([name]) => name)
  }

  /** Latest first. */
  readDays(feed: string): readonly Day[] {
    return this.#connection
      .all<[Day]>(
        'SELECT day FROM read_days WHERE feed_id = (SELECT feed_id FROM feeds WHERE name = ?) ORDER BY day DESC',
        feed
      )
      .map(([day]) => day)
  }
}
