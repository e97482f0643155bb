import type { Instant } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import { CLASSED_KINDS, type ClassedEntry, classedEntries, type ClassedKind } from '../../indicator-class.ts'
import { elementsOf } from './elements.ts'
import { additionsOf, deletionsOf, type SetEntry } from './set-entry.ts'
import { setOf } from './set-of.ts'

/** Of these kinds several values can have an element in common; see {@link elementsOf}. */
const SHARING: readonly ClassedKind[] = ['url']

const OWNING = CLASSED_KINDS.filter((kind) => !SHARING.includes(kind))

/** Rows whose elements are theirs alone. One that changed may stand in the set of another rating or role, a renewed one not. */
async function* ownedElements(bundle: Bundle, since: Instant): AsyncGenerator<SetEntry> {
  for await (const row of classedEntries(bundle.removals(OWNING))) yield* deletionsOf(row)
  for await (const row of classedEntries(bundle.entries(OWNING))) {
    if (row.indicator.changed > since) yield* deletionsOf(row, setOf(row))
    yield* additionsOf(row, bundle)
  }
}

async function* leavingRows(bundle: Bundle, since: Instant): AsyncGenerator<ClassedEntry> {
  yield* classedEntries(bundle.removals(SHARING))
  for await (const row of classedEntries(bundle.entries(SHARING))) if (row.indicator.changed > since) yield row
}

const placeOf = ({ set, value }: SetEntry): string => `${set} ${value}`

/**
 * Rows that can have elements in common. Whatever element a row has that went, changed or is renewed, every live row that
 * has it, too, puts it into its set, and it leaves the sets into which none did.
 */
async function* sharedElements(bundle: Bundle, since: Instant): AsyncGenerator<SetEntry> {
  const concerned = new Set<string>()
  for (const pages of [bundle.removals(SHARING), bundle.entries(SHARING)]) {
    for await (const { indicator } of classedEntries(pages)) {
      for (const element of elementsOf(indicator)) concerned.add(element)
    }
  }
  if (concerned.size === 0) return
  const written = new Set<string>()
  for await (const row of classedEntries(bundle.live(SHARING))) {
    for (const line of additionsOf(row, bundle)) {
      if (!concerned.has(line.value)) continue
      written.add(placeOf(line))
      yield line
    }
  }
  for await (const row of leavingRows(bundle, since)) {
    for (const line of deletionsOf(row)) {
      if (written.has(placeOf(line))) continue
      written.add(placeOf(line))
      yield line
    }
  }
}

/** The lines of a delta. None adds to a set what another takes out of it, so that their order does not count. */
export async function* deltaEntries(bundle: Bundle, since: Instant): AsyncGenerator<SetEntry> {
  yield* ownedElements(bundle, since)
  yield* sharedElements(bundle, since)
}
