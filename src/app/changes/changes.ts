import type { Settings, Tier } from '../../config/settings.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { ATTACK_VERSION } from '../../sigma/attack.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { exportPlaces, type Places } from '../places.ts'
import type { Restriction } from '../sight/restriction.ts'
import { sightOf } from '../sight/sight-of.ts'
import { ruleStyle } from '../rule-style.ts'
import { ruleText } from '../../detect/rule-text.ts'
import { longestLookback } from '../tier.ts'
import type { AwaitedAnswer } from './await-changes.ts'
import { type ChangeDigests, writeChangeCursor } from './change-cursor.ts'
import type { ChangeLine } from './change-line.ts'
import { cutChangePage } from './change-page.ts'
import { changeStart } from './change-start.ts'
import { type ChunkChanges, type ChunkChangesRequest, readChunkChanges } from './chunk-feed.ts'

/** What a client of the changes feed asks for; already checked. Its `since` starts it there. */
export interface ChangesRequest {
  readonly filters: Filters
  readonly limit: number
  readonly cursor: string | undefined
  readonly tier: Tier
  readonly restriction: Restriction | undefined
}

/** A line with where the feed goes on behind it. */
export interface WrittenChange extends ChangeLine {
  readonly cursor: string
  /** The YAML document of a rule that is put. */
  readonly rule: string | undefined
}

/** One answer of the changes feed. */
export interface Changes extends AwaitedAnswer {
  readonly lines: readonly ChangeLine[]
  /** Whether nothing newer is stored. */
  readonly isLast: boolean
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
  /** The same of grouped rules. Throws `cursor_expired` also where too much changed since. */
  readChunks(request: ChunkChangesRequest): Promise<ChunkChanges>
}

/** What {@link createChangeFeed} stands on. */
export interface ChangeFeedParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly crypto: Crypto
  readonly version: string
  /** Bounds what is written at once, where others write beside it; only answers about grouped rules take a place. */
  readonly places?: Places
}

/** The changes feed over a store. */
export const createChangeFeed = ({ store, settings, crypto, version, ...parts }: ChangeFeedParts): ChangeFeed => {
  const style = ruleStyle(settings)
  const digest = (parts: readonly unknown[]): string => crypto.sha256Hex(JSON.stringify(parts)).slice(0, 16)
  const places = parts.places ?? exportPlaces(settings)
  const shape = digest([version, ATTACK_VERSION, style, longestLookback(settings), settings.export.defaultTypes])

  const digestsOf = (
    { filters, tier, restriction }: Pick<ChangesRequest, 'filters' | 'tier' | 'restriction'>,
    ...more: unknown[]
  ): ChangeDigests => {
    const { since: _, ...lasting } = filters
    const seen = restriction === undefined ? [] : [restriction]
    return { filters: digest([lasting, tier.lookbackDays, ...more, ...seen]), shape }
  }

  return {
    async read(request) {
      const digests = digestsOf(request)
      const view = await sightOf(store, request.restriction).view()
      try {
        const from = await changeStart(view, request, digests)
        const { lines, next, isLast } = await cutChangePage(view, {
          filters: request.filters,
          limit: request.limit,
          from
        })
        return {
          lines,
          isEmpty: lines.length === 0,
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
    },
    readChunks: (request) =>
      readChunkChanges(request, { store, style, places, digests: digestsOf(request, request.size) })
  }
}
