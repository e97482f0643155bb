import type { ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { fillStretches, type FilledChunk } from './fill-chunks.ts'
import { cutGroupPage } from './group-page.ts'
import { groupSelection, WHOLE_SIGHT } from './group-selection.ts'
import type { GroupSize } from './group-size.ts'
import { NOTHING_KNOWN } from './known-stretches.ts'

/** Which chunks the command line wants. */
export interface GroupOrder {
  readonly filters: Filters
  /** Counts chunks. */
  readonly limit: number
  readonly group: GroupSize
}

/**
 * The chunks of a whole store with their members, in their order: what exports on the command line are made of. `onWithheld`
 * hears how many of the selected indicators give no rule.
 */
export async function* chunksInOrder(
  view: ReadView,
  { filters, limit, group }: GroupOrder,
  onWithheld: (count: number) => void = () => {}
): AsyncGenerator<FilledChunk> {
  const walk = { limit, since: filters.since, behind: undefined }
  const { stretches, withheld } = await cutGroupPage(
    view,
    groupSelection(filters, group, WHOLE_SIGHT),
    walk,
    NOTHING_KNOWN
  )
  onWithheld(withheld)
  yield* fillStretches(view, stretches)
}
