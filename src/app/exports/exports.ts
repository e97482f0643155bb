import type { Settings } from '../../config/settings.ts'
import type { Day, Instant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { IndicatorStore, IndicatorWithSources, ReadView, StoreState } from '../../store/indicator-store.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { chunkDocuments } from '../groups/chunk-documents.ts'
import { chunkManifestLines } from '../groups/chunk-manifest.ts'
import type { FilledChunk } from '../groups/fill-chunks.ts'
import { answerGroups } from '../groups/group-answer.ts'
import { readGroupCursor } from '../groups/group-cursor.ts'
import { keepStretches } from '../groups/known-stretches.ts'
import { inHeldView } from '../held-view.ts'
import { inView } from '../in-view.ts'
import type { Look } from '../look.ts'
import { exportPlaces, type Places } from '../places.ts'
import { ruleDocuments } from '../rule-documents.ts'
import { ruleStyle } from '../rule-style.ts'
import { sightOf } from '../sight/sight-of.ts'
import { stixOptions } from '../stix-options.ts'
import { stixTexts } from '../stix-texts.ts'
import { longestLookback } from '../tier.ts'
import { lookbackFrom, rangeOf, walkChanges, type WalkPage, type WalkRequest } from '../walk-changes.ts'
import { createExportDigests } from './export-digests.ts'
import {
  COUNTED,
  type Export,
  type ExportRequest,
  type ExportVersion,
  type GroupExport,
  type GroupRequest,
  type IndicatorExport,
  type OpenExport
} from './export-request.ts'
import { requireVersions } from './require-versions.ts'
import { indicatorPages, sourcePages } from './row-pages.ts'

/** The use cases of `GET /api/v1/iocs/sigma` and `GET /api/v1/iocs`. */
export interface Exports {
  /** The version that an answer would have now, without reading any indicator. */
  version(request: ExportRequest, look: Look): Promise<ExportVersion>
  /** The YAML in blocks of bytes. */
  rules(request: ExportRequest): Promise<Export<Uint8Array>>
  /** The indicators of the same rules, as the objects of a STIX bundle. */
  stix(request: ExportRequest): Promise<Export<string>>
  groupedRules(request: GroupRequest): Promise<GroupExport<Uint8Array>>
  /** JSON lines: the members of the same rules. */
  groupManifest(request: GroupRequest): Promise<GroupExport<string>>
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
  /** Bounds what is written at once, where others write beside it. */
  readonly places?: Places
}

/** A version with the position of the store. */
interface VersionAt extends ExportVersion {
  readonly position: Instant
}

const isVersionOf = (before: VersionAt, from: Day, { position, revision }: StoreState): boolean =>
  before.lookbackFrom === from && before.position === position && before.revision === revision

/** Opens exports over a store, at most `limits.maxConcurrentExports` at once. */
export const createExports = ({ store, settings, clock, crypto, version, ...parts }: ExportParts): Exports => {
  const style = ruleStyle(settings)
  const stix = stixOptions(settings)
  const longest = longestLookback(settings)
  const digests = createExportDigests({ settings, crypto, version })
  const places = parts.places ?? exportPlaces(settings)
  const known = keepStretches()
  /** The last of each request that somebody still has, which mostly holds again. */
  const versions = new WeakMap<ExportRequest, VersionAt>()

  /** An earlier moment has its own bound. */
  const boundOf = ({ asOf, tier }: ExportRequest): Day => {
    const now = clock.now()
    return lookbackFrom(Math.min(asOf ?? now, now), tier)
  }

  const walkRequest = (request: ExportRequest, rulesOnly: boolean): WalkRequest => ({
    filters: request.filters,
    limit: request.limit,
    offset: request.offset,
    cursor: request.cursor === undefined ? undefined : readCursor(request.cursor, digests.walk(request)),
    lookbackFrom: boundOf(request),
    asOf: request.asOf,
    sinceAdmitsSightings: !rulesOnly && request.tier.lookbackDays < longest,
    rulesOnly
  })

  /** Refuses the cursor of another walk. */
  const requireOwnCursor = (request: ExportRequest): void => {
    if (request.cursor === undefined) return
    const read = request.group === undefined ? readCursor : readGroupCursor
    read(request.cursor, digests.walk(request))
  }

  const versionAt = (request: ExportRequest, from: Day, state: StoreState): ExportVersion => ({
    tag: digests.tag(request, from, state),
    revision: state.revision,
    lookbackFrom: from
  })

  /** Answers in a view of its own, which stays open until the answer is closed. */
  const opened = async <Answer>(
    request: ExportRequest,
    from: Day,
    answer: (view: ReadView) => Promise<Answer>
  ): Promise<Answer & ExportVersion & Pick<OpenExport<never>, 'close'>> =>
    inHeldView(sightOf(store, request.restriction), places, async (view) => ({
      ...(await answer(view)),
      ...versionAt(request, from, view.state)
    }))

  /** Cuts one page of single indicators. */
  const cut = async <Answer>(
    request: ExportRequest,
    rulesOnly: boolean,
    answer: (view: ReadView, walk: WalkRequest, page: WalkPage) => Promise<Answer>
  ): Promise<Answer & Omit<Export<never>, 'body'>> => {
    const walk = walkRequest(request, rulesOnly)
    return opened(request, walk.lookbackFrom, async (view) => {
      await requireVersions(view, request.asOf, clock.now())
      const page = await walkChanges(view, walk)
      const nextCursor =
        page.next === undefined ? undefined : writeCursor({ ...page.next, digest: digests.walk(request) })
      return { ...(await answer(view, walk, page)), ...page, nextCursor }
    })
  }

  /** Cuts one page of chunks. */
  const cutGroups = async <Item>(
    request: GroupRequest,
    body: (chunks: AsyncIterable<FilledChunk>) => AsyncIterable<Item>
  ): Promise<GroupExport<Item>> => {
    const { tier, group: size } = request
    const from = boundOf(request)
    const lookback = tier.lookbackDays < longest ? { days: tier.lookbackDays, from } : undefined
    return opened(request, from, async (view) => {
      const question = { ...request, size, lookback, digest: digests.walk(request) }
      const { filled, ...head } = await answerGroups(view, question, known)
      return { ...head, body: body(filled) }
    })
  }

  return {
    async version(request, look) {
      // What is forgotten is gone, though the answers that it stood in are not read anew.
      if (request.asOf !== undefined) await inView(store, (view) => requireVersions(view, request.asOf, clock.now()))
      const [from, state] = [boundOf(request), await look()]
      const before = versions.get(request)
      if (before !== undefined && isVersionOf(before, from, state)) return before
      requireOwnCursor(request)
      const version = { ...versionAt(request, from, state), position: state.position }
      versions.set(request, version)
      return version
    },
    rules: (request) =>
      cut(request, true, (view, _walk, page) =>
        Promise.resolve({ body: ruleDocuments(indicatorPages(view, page.keys), style) })
      ),
    stix: (request) =>
      cut(request, true, (view, _walk, page) =>
        Promise.resolve({ body: stixTexts(indicatorPages(view, page.keys), stix) })
      ),
    groupedRules: (request) => cutGroups(request, (chunks) => chunkDocuments(chunks, style)),
    groupManifest: (request) => cutGroups(request, (chunks) => chunkManifestLines(chunks, style)),
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
