import type { Settings } from '../../config/settings.ts'
import { KINDS } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { Problem } from '../../problem/problem.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import { inView } from '../in-view.ts'
import type { Restriction } from '../sight/restriction.ts'
import { sightOf } from '../sight/sight-of.ts'
import { stixOptions } from '../stix-options.ts'
import { walkCollection } from './collection-walk.ts'
import { type TaxiiCollection, taxiiCollections } from './collections.ts'
import { fixedVersions } from './fixed-versions.ts'
import { namedVersions } from './named-versions.ts'
import { nextRefused, readNext, type TaxiiPosition, writeNext } from './next-page.ts'
import { isMatched, type ObjectMatch } from './object-match.ts'
import { type ObjectVersion, stixTypeOf } from './object-version.ts'

/** What a client asks a collection for; already checked. */
export interface TaxiiRequest {
  readonly collection: TaxiiCollection
  readonly match: ObjectMatch
  /** Only versions that were added strictly later; wins over nothing, and loses against `next`. */
  readonly addedAfter: Instant | undefined
  readonly next: string | undefined
  readonly limit: number
  /** `undefined` where the client may see what all sources say. */
  readonly restriction: Restriction | undefined
}

/** A page of a collection, in the order in which it got the versions. */
export interface TaxiiPage {
  readonly versions: readonly ObjectVersion[]
  /** Versions of indicators among them; the publisher and the markings are none. */
  readonly indicators: number
  /** How to ask for the rest; `undefined` where there is none. */
  readonly next: string | undefined
}

/**
 * The collections of the TAXII server. They are for tiers with the longest lookback: there an indicator leaves by
 * ageing, which is a version of it, before it would leave by lookback, which is none.
 */
export interface Taxii {
  readonly collections: readonly TaxiiCollection[]
  /** By id or alias. Throws `not_found`. */
  collection(name: string): TaxiiCollection
  page(request: TaxiiRequest): Promise<TaxiiPage>
}

/** What {@link createTaxii} stands on. */
export interface TaxiiParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly crypto: Crypto
}

/** Two sequences in order as one. */
async function* merge(
  fixed: readonly ObjectVersion[],
  walked: AsyncIterable<ObjectVersion>
): AsyncGenerator<ObjectVersion> {
  let taken = 0
  for await (const version of walked) {
    for (let next = fixed[taken]; next !== undefined && next.added < version.added; next = fixed[taken]) {
      yield next
      taken++
    }
    yield version
  }
  yield* fixed.slice(taken)
}

const cut = async (
  versions: AsyncIterable<ObjectVersion>,
  match: ObjectMatch,
  limit: number
): Promise<{ readonly versions: readonly ObjectVersion[]; readonly isLast: boolean }> => {
  const page: ObjectVersion[] = []
  for await (const version of versions) {
    if (!isMatched(version, match)) continue
    if (page.length === limit) return { versions: page, isLast: false }
    page.push(version)
  }
  return { versions: page, isLast: true }
}

/** The collections over a store. */
export const createTaxii = ({ store, settings, crypto }: TaxiiParts): Taxii => {
  const options = stixOptions(settings)
  const collections = taxiiCollections(settings.export.defaultTypes)
  const fixed = fixedVersions(settings.publisher)

  const digestOf = ({ collection, match, restriction }: TaxiiRequest): string => {
    const seen = restriction === undefined ? [] : [restriction]
    return crypto.sha256Hex(JSON.stringify([collection.alias, collection.filters, match, ...seen])).slice(0, 16)
  }

  const positionOf = async (request: TaxiiRequest, view: ReadView): Promise<TaxiiPosition> => {
    const { addedAfter, next } = request
    const { removalsFrom } = await view.history()
    if (next === undefined) {
      if (addedAfter === undefined) return { position: 0, start: view.state.position }
      // Of the time before, only some removals may be known still: what lives is sent instead.
      return { position: addedAfter, start: Math.max(addedAfter, removalsFrom) }
    }
    const from = readNext(next, digestOf(request))
    if (Math.max(from.position, from.start) < removalsFrom) {
      throw nextRefused('it is too old: removals of that time are no longer kept; start over without it')
    }
    if (from.position > Math.max(view.state.position, fixed.at(-1)?.added ?? 0)) {
      throw nextRefused('the store holds less than it did, as one that was restored does; start over without it')
    }
    return from
  }

  const kindsOf = ({ collection: { filters }, match: { types } }: TaxiiRequest) =>
    (filters.kinds ?? KINDS).filter((kind) => types?.includes(stixTypeOf(kind)) ?? true)

  async function* stored(request: TaxiiRequest, from: TaxiiPosition, view: ReadView): AsyncGenerator<ObjectVersion> {
    const { collection, match } = request
    if (match.ids === undefined) {
      const { industries } = collection.filters
      yield* walkCollection(view, { industries, kinds: kindsOf(request), from, options })
      return
    }
    const named = await namedVersions(view, match.ids, collection, options)
    yield* named.filter(({ added }) => added > from.position)
  }

  return {
    collections,
    collection(name) {
      const found = collections.find(({ id, alias }) => id === name || alias === name)
      if (found !== undefined) return found
      throw new Problem('not_found', 'There is no such collection; /api/taxii2/api/collections/ lists those there are.')
    },
    page: async (request) =>
      inView(sightOf(store, request.restriction), async (view) => {
        const from = await positionOf(request, view)
        const ahead = fixed.filter(({ added }) => added > from.position)
        const all = merge(ahead, stored(request, from, view))
        const { versions, isLast } = await cut(all, request.match, request.limit)
        const position = versions.at(-1)?.added ?? from.position
        const next = isLast ? undefined : writeNext({ ...from, position }, digestOf(request))
        return { versions, indicators: versions.filter((version) => !fixed.includes(version)).length, next }
      })
  }
}
