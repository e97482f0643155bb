import { formatInstant, type Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'

/** Refuses a moment whose versions are no longer kept, and one that has not come yet. */
export const requireVersions = async (view: ReadView, asOf: Instant | undefined, now: Instant): Promise<void> => {
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
