import type { BundleEntry } from '../../bundle/bundle-entry.ts'
import { validUntil } from '../../bundle/validity.ts'
import { ruleFor } from '../../detect/rule-for.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import { INSTANTS_PER_SECOND, type Seconds } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { type BundleSelection, filterOf, isWanted, selectedKinds, sinceForStore } from './bundle-selection.ts'
import { removedLines } from './removed-lines.ts'

const PAGE = 1_000

/** The first sight, if a source gives one that can be right, else the acceptance: always before any removal. */
const validFrom = ({ firstSeen, added }: Indicator): Seconds =>
  firstSeen !== undefined && firstSeen * INSTANTS_PER_SECOND < added
    ? firstSeen
    : Math.floor(added / INSTANTS_PER_SECOND)

/** Rows to have, by kind and value, in pages. */
export async function* bundleEntries(
  view: ReadView,
  selection: BundleSelection,
  kinds: readonly Kind[],
  style: RuleStyle
): AsyncGenerator<readonly BundleEntry[]> {
  const wanted = selectedKinds(selection, kinds)
  if (wanted.length === 0) return
  const filter = filterOf(selection, wanted)
  let from: Indicator | undefined
  for (;;) {
    const page = await view.inNaturalOrder(filter, sinceForStore(selection), from, PAGE)
    const entries = page
      .filter(({ noRule, changed }) => noRule === undefined && isWanted(selection, changed))
      .map((indicator) => ({
        indicator,
        rule: ruleFor(indicator, style),
        validFrom: validFrom(indicator),
        validUntil: validUntil(indicator.changed, selection.day)
      }))
    // Where nothing is renewed, many pages pass without a row to wait for.
    if (entries.length > 0) yield entries
    else await letOthersRun()
    from = page.at(-1)
    if (page.length < PAGE) return
  }
}

/** Rows to have no longer, in pages. Each holds until the moment of its removal, rounded up to a second. */
export async function* bundleRemovals(
  view: ReadView,
  selection: BundleSelection,
  kinds: readonly Kind[],
  style: RuleStyle
): AsyncGenerator<readonly BundleEntry[]> {
  for await (const page of removedLines(view, selection, kinds)) {
    yield page.map(({ indicator, at }) => ({
      indicator,
      rule: ruleFor(indicator, style),
      validFrom: validFrom(indicator),
      validUntil: Math.ceil(at / INSTANTS_PER_SECOND)
    }))
  }
}
