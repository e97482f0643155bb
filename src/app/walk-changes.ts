import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, dayOfInstant, type Day, type Instant } from '../indicator/time.ts'
import type { Tier } from '../config/settings.ts'
import type { ChangeKey, ChangeRange, ReadView } from '../store/indicator-store.ts'
import type { Cursor } from './cursor.ts'
import type { Filters } from './filters.ts'

/** What a walk through the changes is to deliver. */
export interface WalkRequest {
  readonly filters: Filters
  readonly limit: number
  /** Leading indicators to pass over; 0 with a cursor. */
  readonly offset: number
  readonly cursor: Cursor | undefined
  /** Indicators last seen before this day are no members. */
  readonly lookbackFrom: Day
  /** Whether `since` also admits what was last seen on a later day. */
  readonly sinceAdmitsSightings: boolean
  /** Whether indicators that give no rule are counted but left out. */
  readonly rulesOnly: boolean
  /** The store as it was at this position. */
  readonly asOf: Instant | undefined
}

/** One cut of a walk, known from keys alone. */
export interface WalkPage {
  readonly keys: readonly ChangeKey[]
  /** Indicators in the range of this page that give no rule. */
  readonly withheld: number
  /** Where the next page goes on; `undefined` when nothing more matches. */
  readonly next:
    | { readonly order: ChangeRange['order']; readonly position: Instant; readonly start: Instant }
    | undefined
  /** The `since` for the next poll. */
  readonly nextSince: Instant
}

/** The bound of a tier's lookback: UTC midnight, so many days ago. */
export const lookbackFrom = (now: Instant, tier: Tier): Day => dayOfInstant(now) - tier.lookbackDays

/** The range of changes that a request selects, cursor or not. */
export const rangeOf = (request: WalkRequest): ChangeRange => {
  const { filters } = request
  const order = request.cursor?.order ?? (filters.since === undefined ? 'newest-first' : 'oldest-first')
  return {
    filter: {
      kinds: filters.kinds,
      confidences: filters.confidences,
      industries: filters.industries,
      lastSeenFrom: request.lookbackFrom
    },
    order,
    after: filters.since,
    orLastSeenAfter:
      request.sinceAdmitsSightings && filters.since !== undefined ? dayOfInstant(filters.since) : undefined,
    asOf: request.asOf
  }
}

const LEAST_PAGE = 200
const MOST_PAGE = 2_000

/** The keys of a range behind a position, in pages that keep the walk's order; `wanted` is how many will do. */
async function* keysOf(
  view: ReadView,
  range: ChangeRange,
  position: Instant | undefined,
  wanted: number
): AsyncGenerator<ChangeKey> {
  const size = Math.min(Math.max(wanted, LEAST_PAGE), MOST_PAGE)
  let behind = position
  let isMore = true
  while (isMore) {
    const page = await view.changeKeys(range, size, behind)
    yield* page
    behind = page.at(-1)?.changed
    isMore = page.length === size
  }
}

/** Walks keys up to the limit and one match beyond it, which tells whether more follows. */
export const walkChanges = async (view: ReadView, request: WalkRequest): Promise<WalkPage> => {
  const range = rangeOf(request)
  const keys: ChangeKey[] = []
  let withheld = 0
  let withheldBehindLast = 0
  let toSkip = request.offset
  let isMore = false
  const wanted = request.offset + request.limit + 1
  for await (const key of keysOf(view, range, request.cursor?.position, wanted)) {
    if (request.rulesOnly && key.withheld) {
      withheldBehindLast++
      continue
    }
    if (toSkip > 0) {
      toSkip--
      continue
    }
    if (keys.length === request.limit) {
      isMore = true
      break
    }
    keys.push(key)
    withheld += withheldBehindLast
    withheldBehindLast = 0
  }
  const last = keys.at(-1)
  const now = Math.min(range.asOf ?? view.state.position, view.state.position)
  const start = request.cursor?.start ?? (range.order === 'oldest-first' ? 0 : now)
  // What `since` admits by its last sight lies before it, and must not lead a poller back.
  const reached = last === undefined ? now : Math.max(last.changed, range.after ?? 0)
  const next = isMore && last !== undefined ? { order: range.order, position: last.changed, start } : undefined
  return {
    keys,
    withheld: isMore ? withheld : withheld + withheldBehindLast,
    next,
    nextSince: range.order === 'newest-first' ? start : reached
  }
}

/** UTC midnight of a day, as an instant. */
export const midnightOf = (day: Day): Instant => day * SECONDS_PER_DAY * INSTANTS_PER_SECOND
