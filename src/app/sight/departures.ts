import type { Indicator } from '../../indicator/indicator.ts'
import type { Change, StatementsAt, StoreView, Version } from '../../store/indicator-store.ts'
import { firstShown } from './first-shown.ts'
import { isAllowed, type Restriction } from './restriction.ts'
import { seenIndicator } from './seen-indicator.ts'

const shows = ({ statements }: StatementsAt, restriction: Restriction): boolean =>
  statements.some((statement) => isAllowed(statement, restriction))

/** The removal that an indicator left by, if it did by one. */
const reasonOf = async (view: StoreView, { indicator, superseded }: Version): Promise<Change['reason']> => {
  const stored = await view.find(indicator)
  return stored?.removed?.at === superseded ? stored.reason : 'left_filter'
}

/**
 * What left with the changes that took the place of these versions: it was to be seen, and is not any more, neither as it
 * is nor as it was at some time since. Each counts as removed with that change, and shows as it last did.
 */
export const departures = async (
  view: StoreView,
  versions: readonly Version[],
  restriction: Restriction
): Promise<readonly Change[]> => {
  const stated = await view.statements(versions.map(({ indicator }) => indicator))
  const seen = versions.flatMap((version, index) => {
    const { indicator } = seenIndicator(version.indicator, stated[index] ?? [], restriction) ?? {}
    return indicator === undefined ? [] : [{ ...version, indicator }]
  })
  const ever = await view.everSaid(seen.map(({ indicator }) => indicator))
  const left: Change[] = []
  for (const [index, version] of seen.entries()) {
    const { indicator, superseded } = version
    const said = ever[index] ?? []
    if (said.some((then) => then.at >= superseded && shows(then, restriction))) continue
    const gone: Indicator = { ...indicator, added: firstShown(said, restriction), changed: superseded }
    left.push({ indicator: gone, reason: await reasonOf(view, version), isRemoved: true })
  }
  return left
}
