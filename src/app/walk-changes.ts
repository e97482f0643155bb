import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, dayOfInstant, type Day, type Instant } from '../indicator/time.ts'
import type { Tier } from '../config/settings.ts'
import { letOthersRun } from '../platform/let-others-run.ts'
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

/** Walks keys up to the limit and one match beyond it, which tells whether more follows; others run between two pages. */
export const walkChanges = async (view: ReadView, request: WalkRequest): Promise<WalkPage> => {
  const range = rangeOf(request)
  const cut = new Cut(request)
  const size = Math.min(Math.max(request.offset + request.limit + 1, LEAST_PAGE), MOST_PAGE)
  let behind = request.cursor?.position
  let isMore = true
  while (isMore && !cut.isFull) {
    if (behind !== request.cursor?.position) await letOthersRun()
    const page = await view.changeKeys(range, size, behind)
    cut.take(page)
    behind = page.at(-1)?.changed
    isMore = page.length === size
  }
  const { keys, withheld, isFull } = cut
  const last = keys.at(-1)
  const now = Math.min(range.asOf ?? view.state.position, view.state.position)
  const start = request.cursor?.start ?? (range.order === 'oldest-first' ? 0 : now)
  // What `since` admits by its last sight lies before it, and must not lead a poller back.
  const reached = last === undefined ? now : Math.max(last.changed, range.after ?? 0)
  const next = isFull && last !== undefined ? { order: range.order, position: last.changed, start } : undefined
  return { keys, withheld, next, nextSince: range.order === 'newest-first' ? start : reached }
}

/** Takes keys out of a walk until it has as many as are wanted and has seen one more. */
class Cut {
  readonly keys: ChangeKey[] = []
  readonly #limit: number
  readonly #rulesOnly: boolean
  #toSkip: number
  #withheld = 0
  #withheldBehindLast = 0
  #isFull = false

  constructor({ limit, offset, rulesOnly }: WalkRequest) {
    this.#limit = limit
    this.#rulesOnly = rulesOnly
    this.#toSkip = offset
  }

  /** Whether a key was seen beyond those that are wanted. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Keys without a rule on the way to the last key, and behind it where nothing follows. */
  get withheld(): number {
    return this.#isFull ? this.#withheld : this.#withheld + this.#withheldBehindLast
  }

  take(page: readonly ChangeKey[]): void {
    for (const key of page) {
      if (this.#rulesOnly && key.withheld) this.#withheldBehindLast++
      else if (this.#toSkip > 0) this.#toSkip--
      else if (this.keys.length === this.#limit) {
        this.#isFull = true
        return
      } else this.#keep(key)
    }
  }

  #keep(key: ChangeKey): void {
    this.keys.push(key)
    this.#withheld += this.#withheldBehindLast
    this.#withheldBehindLast = 0
  }
}

/** UTC midnight of a day, as an instant. */
export const midnightOf = (day: Day): Instant => day * SECONDS_PER_DAY * INSTANTS_PER_SECOND
