import type { Settings, Tier } from '../config/settings.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { formatInstant, type Day, type Instant } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Crypto } from '../platform/crypto.ts'
import { Problem } from '../problem/problem.ts'
import { ATTACK_VERSION } from '../sigma/attack.ts'
import type { ChangeKey, IndicatorStore, IndicatorWithSources, ReadView, StoreState } from '../store/indicator-store.ts'
import { createPlaces } from './places.ts'
import { lookbackFrom, rangeOf, walkChanges, type WalkPage, type WalkRequest } from './walk-changes.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Filters } from './filters.ts'
import { invalidParameter } from './invalid-parameter.ts'
import { longestLookback } from './tier.ts'
import { ruleStyle } from './rule-style.ts'
import { ruleDocuments } from './rule-documents.ts'

/** What a caller of the API may see and asks for; already checked. */
export interface ExportRequest {
  /** Distinguishes answers of different operations and forms: `sigma`, `iocs.json`. */
  readonly operation: string
  readonly filters: Filters
  readonly limit: number
  readonly offset: number
  readonly cursor: string | undefined
  /** Asks for the rules of that moment, written by today's program; rules only. */
  readonly asOf?: Instant | undefined
  readonly tier: Tier
}

/** What the state of the store alone says of an answer. */
export interface ExportVersion {
  /** Opaque: the same text means the same bytes. */
  readonly tag: string
  readonly lookbackFrom: Day
}

/** An answer whose head is known and whose body is still to be streamed. `close` is to be called in any case. */
export interface Export<Item> extends WalkPage, ExportVersion {
  /** The cursor of the next page. */
  readonly nextCursor: string | undefined
  readonly body: AsyncIterable<Item>
  close(): Promise<void>
}

/** An export of indicators with the figures of its envelope. */
export interface IndicatorExport extends Export<readonly IndicatorWithSources[]> {
  /** Matches in the whole range, counted up to {@link COUNTED}. */
  readonly total: number
  readonly position: Instant
}

/** Totals are exact up to here, and a lower bound beyond. */
export const COUNTED = 10_000

/** The use cases of `GET /api/v1/iocs/sigma` and `GET /api/v1/iocs`. */
export interface Exports {
  /** The version that an answer would have now, without reading any indicator. */
  version(request: ExportRequest): Promise<ExportVersion>
  rules(request: ExportRequest): Promise<Export<string>>
  /** The indicators of the same rules. */
  ruleIndicators(request: ExportRequest): Promise<Export<readonly IndicatorWithSources[]>>
  indicators(request: ExportRequest): Promise<IndicatorExport>
}

/** What {@link createExports} stands on. */
export interface ExportParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
  readonly crypto: Crypto
  /** Version of the program: a new one may write other bytes. */
  readonly version: string
}

/** Refuses a moment whose versions are no longer kept, and one that has not come yet. */
const requireVersions = async (view: ReadView, asOf: Instant | undefined, now: Instant): Promise<void> => {
  if (asOf === undefined) return
  const latest = Math.max(view.state.position, now)
  if (asOf > latest) {
    throw invalidParameter('as_of', formatInstant(asOf), {
      reason: `that moment has not come yet; the latest is ${formatInstant(latest)}`
    })
  }
  const { versionsFrom } = await view.history()
  if (asOf >= versionsFrom) return
  throw new Problem(
    'cursor_expired',
    `The rules of ${formatInstant(asOf)} are no longer kept; the earliest moment is ${formatInstant(versionsFrom)}. Ask for a later one, or leave as_of out.`,
    { details: { parameter: 'as_of', earliest: formatInstant(versionsFrom) } }
  )
}

const ROWS_PER_CHUNK = 250

function* chunksOf(keys: readonly ChangeKey[]): Generator<readonly ChangeKey[]> {
  for (let start = 0; start < keys.length; start += ROWS_PER_CHUNK) yield keys.slice(start, start + ROWS_PER_CHUNK)
}

async function* indicatorPages(view: ReadView, keys: readonly ChangeKey[]): AsyncGenerator<readonly Indicator[]> {
  for (const chunk of chunksOf(keys)) yield await view.indicators(chunk)
}

async function* sourcePages(
  view: ReadView,
  keys: readonly ChangeKey[]
): AsyncGenerator<readonly IndicatorWithSources[]> {
  for (const chunk of chunksOf(keys)) yield await view.withSources(chunk)
}

/** Opens exports over a store, at most `limits.maxConcurrentExports` at once. */
export const createExports = ({ store, settings, clock, crypto, version }: ExportParts): Exports => {
  const style = ruleStyle(settings)
  const longest = longestLookback(settings)
  const shape = JSON.stringify([version, ATTACK_VERSION, style, longest])
  const places = createPlaces(settings.limits.maxConcurrentExports, 'exports')

  const digest = (parts: readonly unknown[]): string => crypto.sha256Hex(JSON.stringify(parts)).slice(0, 24)

  /** What must stay the same along a walk: the filters and what the key may see. */
  const walkDigest = (request: ExportRequest): string =>
    digest([request.operation.split('.')[0], request.filters, request.tier.lookbackDays, request.asOf])

  /** `from` is the bound of the very answer: the clock may have passed midnight since it was read. */
  const tagFor = (request: ExportRequest, from: Day, state: StoreState): string =>
    digest([
      shape,
      request.operation,
      request.filters,
      request.limit,
      request.offset,
      request.cursor,
      request.asOf,
      from,
      state.position,
      state.revision
    ])

  /** An earlier moment has its own bound. */
  const boundOf = ({ asOf, tier }: ExportRequest): Day => lookbackFrom(Math.min(asOf ?? clock.now(), clock.now()), tier)

  const walkRequest = (request: ExportRequest, rulesOnly: boolean): WalkRequest => ({
    filters: request.filters,
    limit: request.limit,
    offset: request.offset,
    cursor: request.cursor === undefined ? undefined : readCursor(request.cursor, walkDigest(request)),
    lookbackFrom: boundOf(request),
    asOf: request.asOf,
    sinceAdmitsSightings: !rulesOnly && request.tier.lookbackDays < longest,
    rulesOnly
  })

  /** Cuts one page in a view of its own, which stays open until the answer is closed. */
  const cut = async <Answer>(
    request: ExportRequest,
    rulesOnly: boolean,
    answer: (view: ReadView, walk: WalkRequest, page: WalkPage) => Promise<Answer>
  ): Promise<Answer & Omit<Export<never>, 'body'>> => {
    const walk = walkRequest(request, rulesOnly)
    const leave = places.take()
    let view: ReadView | undefined
    const close = async (): Promise<void> => {
      leave()
      const opened = view
      view = undefined
      await opened?.close()
    }
    try {
      view = await store.view()
      await requireVersions(view, request.asOf, clock.now())
      const page = await walkChanges(view, walk)
      const nextCursor =
        page.next === undefined ? undefined : writeCursor({ ...page.next, digest: walkDigest(request) })
      const tag = tagFor(request, walk.lookbackFrom, view.state)
      return { ...(await answer(view, walk, page)), ...page, nextCursor, tag, lookbackFrom: walk.lookbackFrom, close }
    } catch (error) {
      await close()
      throw error
    }
  }

  return {
    async version(request) {
      if (request.cursor !== undefined) readCursor(request.cursor, walkDigest(request))
      const from = boundOf(request)
      return { tag: tagFor(request, from, await store.state()), lookbackFrom: from }
    },
    rules: (request) =>
      cut(request, true, (view, _walk, page) =>
        Promise.resolve({ body: ruleDocuments(indicatorPages(view, page.keys), style) })
      ),
    ruleIndicators: (request) =>
      cut(request, true, (view, _walk, page) => Promise.resolve({ body: sourcePages(view, page.keys) })),
    indicators: (request) =>
      cut(request, false, async (view, walk, page) => ({
        body: sourcePages(view, page.keys),
        total: await view.count(rangeOf({ ...walk, cursor: undefined }), COUNTED + 1),
        position: view.state.position
      }))
  }
}
