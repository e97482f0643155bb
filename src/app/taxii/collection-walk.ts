import type { Kind } from '../../indicator/kind.ts'
import type { StixOptions } from '../../stix/object-base.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { changesAfter } from '../changes/changes-after.ts'
import { livingUntil } from '../changes/living-until.ts'
import type { TaxiiCollection } from './collections.ts'
import { changedVersion, livingVersion, type ObjectVersion } from './object-version.ts'
import type { TaxiiPosition } from './next-page.ts'

/** What of a collection is walked. */
export interface CollectionWalk {
  readonly industries: TaxiiCollection['filters']['industries']
  readonly kinds: readonly Kind[]
  readonly from: TaxiiPosition
  readonly options: StixOptions
}

/** The versions of indicators behind a position, in the order in which the collection got them. */
export async function* walkCollection(view: ReadView, walk: CollectionWalk): AsyncGenerator<ObjectVersion> {
  const { kinds, industries, from, options } = walk
  const { position, start } = from
  if (position < start) {
    const members = { kinds, confidences: undefined, industries }
    for await (const indicator of livingUntil(view, members, from)) yield livingVersion(indicator, options)
  }
  for await (const change of changesAfter(view, kinds, Math.max(position, start))) {
    const version = changedVersion(change, walk, options)
    if (version !== undefined) yield version
  }
}
