import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { StixOptions } from '../../stix/object-base.ts'
import type { ChangeRange, ReadView } from '../../store/indicator-store.ts'
import type { TaxiiCollection } from './collections.ts'
import { changedVersion, livingVersion, type ObjectVersion } from './object-version.ts'
import type { TaxiiPosition } from './next-page.ts'

const ROWS_PER_READ = 500

/** What of a collection is walked. */
export interface CollectionWalk {
  readonly industries: TaxiiCollection['filters']['industries']
  readonly kinds: readonly Kind[]
  readonly from: TaxiiPosition
  readonly options: StixOptions
}

/** What lives up to the start, in the order of changes. */
async function* living(view: ReadView, walk: CollectionWalk): AsyncGenerator<ObjectVersion> {
  const { position, start } = walk.from
  const range: ChangeRange = {
    filter: { kinds: walk.kinds, confidences: undefined, industries: walk.industries, lastSeenFrom: undefined },
    order: 'oldest-first',
    after: position,
    orLastSeenAfter: undefined,
    asOf: undefined
  }
  let behind: Instant | undefined
  for (;;) {
    const page = await view.changeKeys(range, ROWS_PER_READ, behind)
    const keys = page.filter(({ changed, withheld }) => changed <= start && !withheld)
    for (const indicator of await view.indicators(keys)) yield livingVersion(indicator, walk.options)
    behind = page.at(-1)?.changed
    if (page.length < ROWS_PER_READ || behind === undefined || behind >= start) return
  }
}

/** Every change behind a position, removals included. */
async function* changed(view: ReadView, walk: CollectionWalk, after: Instant): AsyncGenerator<ObjectVersion> {
  let behind = after
  for (;;) {
    const page = await view.changes(walk.kinds, behind, ROWS_PER_READ)
    for (const change of page) {
      const version = changedVersion(change, walk, walk.options)
      if (version !== undefined) yield version
    }
    behind = page.at(-1)?.indicator.changed ?? behind
    if (page.length < ROWS_PER_READ) return
  }
}

/** The versions of indicators behind a position, in the order in which the collection got them. */
export async function* walkCollection(view: ReadView, walk: CollectionWalk): AsyncGenerator<ObjectVersion> {
  const { position, start } = walk.from
  if (position < start) yield* living(view, walk)
  yield* changed(view, walk, Math.max(position, start))
}
