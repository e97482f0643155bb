import type { ANY_CHANGE } from '../../api/schemas/change.ts'
import type { Written } from '../../api/written.ts'
import type { AwaitedAnswer } from '../../app/changes/await-changes.ts'
import type { Instant } from '../../indicator/time.ts'

/** A line of the changes feed, as it is sent. */
export interface SentChange {
  readonly op: 'put' | 'remove'
  readonly cursor: string
  /** What becomes JSON. */
  readonly object: Written<typeof ANY_CHANGE>
}

/** One answer of the changes feed, whether its lines are about single or grouped rules. */
export interface ChangeAnswer extends AwaitedAnswer {
  /** Where a poll of the export goes on, for who begins without a cursor. */
  readonly nextSince: Instant
  /** In pieces that are written at once, at the pace of the client. To be read once. */
  readonly lines: AsyncIterable<readonly SentChange[]>
  /** To be called in any case. */
  close(): Promise<void>
}

/** Reads the feed on behalf of a request, from a cursor on. */
export type ReadChanges = (cursor: string | undefined) => Promise<ChangeAnswer>
