import type { Settings, Tier } from '../config/settings.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Day, Instant } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { Crypto } from '../platform/crypto.ts'
import { Problem } from '../problem/problem.ts'
import { ATTACK_VERSION } from '../sigma/attack.ts'
import type { ChangeKey, IndicatorStore, IndicatorWithSources, ReadView, StoreState } from '../store/indicator-store.ts'
import { lookbackFrom, rangeOf, walkChanges, type WalkPage, type WalkRequest } from './walk-changes.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Filters } from './filters.ts'
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
  let open = 0

  const digest = (parts: readonly unknown[]): string => crypto.sha256Hex(JSON.stringify(parts)).slice(0, 24)

  /** What must stay the same along a walk: the filters and what the key may see. */
  const walkDigest = (request: ExportRequest): string =>
    digest([request.operation.split('.')[0], request.filters, request.tier.lookbackDays])

  /** `from` is the bound of the very answer: the clock may have passed midnight since it was read. */
  const tagFor = (request: ExportRequest, from: Day, state: StoreState): string =>
    digest([
      shape,
      request.operation,
      request.filters,
      request.limit,
      request.offset,
      request.cursor,
      from,
      state.position,
      state.revision
    ])

  const walkRequest = (request: ExportRequest, rulesOnly: boolean): WalkRequest => ({
    filters: request.filters,
    limit: request.limit,
    offset: request.offset,
    cursor: request.cursor === undefined ? undefined : readCursor(request.cursor, walkDigest(request)),
    lookbackFrom: lookbackFrom(clock.now(), request.tier),
    sinceAdmitsSightings: !rulesOnly && request.tier.lookbackDays < longest,
    rulesOnly
  })

  const takePlace = (): void => {
    if (open >= settings.limits.maxConcurrentExports) {
      throw new Problem('too_many_exports', `The server is writing ${open} exports, as many as it allows; try again.`)
    }
    open++
  }

  /** Cuts one page in a view of its own, which stays open until the answer is closed. */
  const cut = async <Answer>(
    request: ExportRequest,
    rulesOnly: boolean,
    answer: (view: ReadView, walk: WalkRequest, page: WalkPage) => Promise<Answer>
  ): Promise<Answer & Omit<Export<never>, 'body'>> => {
    const walk = walkRequest(request, rulesOnly)
    takePlace()
    let view: ReadView | undefined
    let isClosed = false
    const close = async (): Promise<void> => {
      if (isClosed) return
      isClosed = true
      open--
      await view?.close()
    }
    try {
      view = await store.view()
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
      const from = lookbackFrom(clock.now(), request.tier)
      return { tag: tagFor(request, from, await store.state()), lookbackFrom: from }
    },
    rules: (request) =>
      cut(request, true, (view, _walk, page) =>
        Promise.resolve({ body: ruleDocuments(indicatorPages(view, page.keys), style) })
      ),
    indicators: (request) =>
      cut(request, false, async (view, walk, page) => ({
        body: sourcePages(view, page.keys),
        total: await view.count(rangeOf({ ...walk, cursor: undefined }), COUNTED + 1),
        position: view.state.position
      }))
  }
}
