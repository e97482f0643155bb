import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { IndicatorFilter, ReadView } from '../../store/indicator-store.ts'

const ROWS_PER_READ = 500

/** Between which changes indicators are wanted: behind `position`, and up to `start`. */
export interface LivingRange {
  readonly position: Instant
  readonly start: Instant
}

/** What lives and gives a rule, oldest change first. Gives way to others between two pages. */
export async function* livingUntil(
  view: ReadView,
  members: Omit<IndicatorFilter, 'lastSeenFrom'>,
  { position, start }: LivingRange
): AsyncGenerator<Indicator> {
  const { kinds, confidences, industries } = members
  const filter = { kinds, confidences, industries, lastSeenFrom: undefined }
  let behind: Instant | undefined
  for (;;) {
    const page = await view.changeKeys(
      { filter, order: 'oldest-first', after: position, orLastSeenAfter: undefined, asOf: undefined },
      ROWS_PER_READ,
      behind
    )
    const keys = page.filter(({ changed, withheld }) => changed <= start && !withheld)
    yield* await view.indicators(keys)
    behind = page.at(-1)?.changed
    if (page.length < ROWS_PER_READ || behind === undefined || behind >= start) return
    await letOthersRun()
  }
}
