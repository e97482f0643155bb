import { formatInstant, type Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { isOwnPosition } from '../is-own-position.ts'

/** Where a delta starts. */
export interface DeltaStart {
  readonly position: Instant
  /** The shape of the bundle whose position it is; `undefined` where somebody gave an instant, which may be any. */
  readonly shape: string | undefined
}

/** The refusal of a delta that would not lead from its beginning to the newest change. */
const noDeltaFrom = (position: Instant, because: string): Problem =>
  new Problem(
    'cursor_expired',
    `There is no delta from ${formatInstant(position)}: ${because}. Build a whole bundle, without since, and load it in place of the table.`,
    { details: { parameter: 'since' } }
  )

/** Refuses a delta for which the store no longer knows what happened, or after which rows of two shapes would stand together. */
export const requireDelta = async (view: ReadView, start: DeltaStart | undefined, shape: string): Promise<void> => {
  if (start === undefined) return
  const { position } = start
  const { removalsFrom } = await view.history()
  if (position < removalsFrom) {
    throw noDeltaFrom(position, `removals are kept from ${formatInstant(removalsFrom)} on`)
  }
  const newest = view.state.position
  if (position > newest) {
    throw noDeltaFrom(
      position,
      `the newest change of the store is of ${formatInstant(newest)}, as after it was restored`
    )
  }
  if (start.shape === undefined) return
  if (!(await isOwnPosition(view, position))) {
    throw noDeltaFrom(
      position,
      'the store holds no change of that instant, so it was restored from a backup or is another one'
    )
  }
  if (start.shape !== shape) {
    throw noDeltaFrom(
      position,
      'rows are written differently since the program, its ATT&CK, the publisher or public_url changed'
    )
  }
}
