import type { Settings, Tier } from '../../config/settings.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { ATTACK_VERSION } from '../../sigma/attack.ts'
import type { History, IndicatorStore, StoreState } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { ruleStyle } from '../rule-style.ts'
import { ruleText } from '../rule-documents.ts'
import { longestLookback } from '../tier.ts'
import {
  type ChangeCursor,
  type ChangeDigests,
  cursorExpired,
  readChangeCursor,
  writeChangeCursor
} from './change-cursor.ts'
import type { ChangeLine } from './change-line.ts'
import { cutChangePage } from './change-page.ts'

/** What a client of the changes feed asks for; already checked. Its `since` starts it there. */
export interface ChangesRequest {
  readonly filters: Filters
  readonly limit: number
  readonly cursor: string | undefined
  readonly tier: Tier
}

/** A line with where the feed goes on behind it. */
export interface WrittenChange extends ChangeLine {
  readonly cursor: string
  /** The YAML document of a rule that is put. */
  readonly rule: string | undefined
}

/** One answer of the changes feed. */
export interface Changes {
  readonly lines: readonly ChangeLine[]
  /** Where the next request goes on; equal to the request's where nothing came. */
  readonly nextCursor: string
  /** Whether nothing newer is stored. */
  readonly isLast: boolean
  /** The newest position that this answer knows of. */
  readonly position: Instant
  /** A line as it is sent. */
  readonly write: (line: ChangeLine) => WrittenChange
}

/**
 * The use case of the changes feed. It is for tiers with the longest lookback: there an indicator leaves by ageing,
 * which is a change, before it would leave by lookback, which is none.
 */
export interface ChangeFeed {
  /** Throws `cursor_expired` where the way from the cursor, or from `since`, is no longer known. */
  read(request: ChangesRequest): Promise<Changes>
}

/** What {@link createChangeFeed} stands on. */
export interface ChangeFeedParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly crypto: Crypto
  readonly version: string
}

const GONE = 'removals of that time are no longer kept'

/** Refuses a cursor whose way to the newest change has holes. */
const requireKept = ({ position, start }: ChangeCursor, { removalsFrom }: History, state: StoreState): void => {
  if (Math.max(position, start) < removalsFrom) throw cursorExpired(GONE)
  if (position > state.position) throw cursorExpired('the store holds less than it did, as one that was restored does')
}

/** The changes feed over a store. */
export const createChangeFeed = ({ store, settings, crypto, version }: ChangeFeedParts): ChangeFeed => {
  const style = ruleStyle(settings)
  const digest = (parts: readonly unknown[]): string => crypto.sha256Hex(JSON.stringify(parts)).slice(0, 16)
  const shape = digest([version, ATTACK_VERSION, style, longestLookback(settings), settings.export.defaultTypes])

  const digestsOf = ({ filters, tier }: ChangesRequest): ChangeDigests => {
    const { since: _, ...lasting } = filters
    return { filters: digest([lasting, tier.lookbackDays]), shape }
  }

  const startOf = (
    { cursor, filters: { since } }: ChangesRequest,
    digests: ChangeDigests,
    state: StoreState
  ): ChangeCursor => {
    if (cursor !== undefined) return readChangeCursor(cursor, digests)
    if (since === undefined) return { position: 0, start: state.position }
    const position = Math.min(since, state.position)
    return { position, start: position }
  }

  return {
    async read(request) {
      const digests = digestsOf(request)
      const view = await store.view()
      try {
        const from = startOf(request, digests, view.state)
        requireKept(from, await view.history(), view.state)
        const { lines, next, isLast } = await cutChangePage(view, {
          filters: request.filters,
          limit: request.limit,
          from
        })
        return {
          lines,
          nextCursor: writeChangeCursor(next, digests),
          isLast,
          position: view.state.position,
          write: (line) => ({
            ...line,
            cursor: writeChangeCursor({ position: line.at, start: next.start }, digests),
            rule: line.op === 'put' ? ruleText(line.indicator, style) : undefined
          })
        }
      } finally {
        await view.close()
      }
    }
  }
}
