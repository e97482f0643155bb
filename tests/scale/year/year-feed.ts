import type { FeedRequest } from '../../../src/app/feeds/feed-request.ts'
import type { Confidence } from '../../../src/indicator/confidence.ts'
import type { Kind } from '../../../src/indicator/kind.ts'
import type { FeedAlarmCode } from '../../../src/store/feed-store.ts'

/** What a feed says of one value; days are counted from the beginning of the year. */
export interface YearRow {
  readonly kind: Kind
  readonly value: string
  readonly confidence?: Confidence
  readonly firstSeen?: number
  readonly lastSeen?: number
  /** The day at whose beginning it ends. */
  readonly endsOn?: number
}

/** What is the matter with a feed on a day. */
export type Trouble = 'fails' | 'empty' | 'shrunk' | 'grown' | 'frozen' | 'removed'

/** The days of a trouble, both ends included. */
interface TroubleDays {
  readonly trouble: Trouble
  readonly from: number
  readonly to: number
}

/** A feed through the year. */
export interface YearFeed {
  readonly name: string
  readonly request: Pick<FeedRequest, 'confidence' | 'format'> & {
    readonly mode: 'list' | 'window'
    readonly lifetime?: string
  }
  readonly rows: (day: number) => readonly YearRow[]
  readonly troubles: readonly TroubleDays[]
}

/** What is the matter with a feed on a day, if anything is. */
export const troubleOn = ({ troubles }: YearFeed, day: number): Trouble | undefined =>
  troubles.find(({ from, to }) => from <= day && day <= to)?.trouble

/** The alarm that a trouble raises; a feed that is not fetched has none. */
export const ALARMS: Readonly<Record<Trouble, FeedAlarmCode | undefined>> = {
  fails: 'failing',
  empty: 'empty',
  shrunk: 'shrunk',
  grown: 'grown',
  frozen: undefined,
  removed: undefined
}

/** The day of the last edition: feeds rest on Saturdays and Sundays. The year begins on a Sunday. */
export const editionOf = (day: number): number => day - (day % 7 === 0 ? 2 : day % 7 === 6 ? 1 : 0)
