import { formatDay, formatInstant } from '../../indicator/time.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { IndicatorWithSources, StoredIndicator } from '../../store/indicator-store.ts'
import type { ExportRequest } from '../exports/export-request.ts'
import { inView } from '../in-view.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import { ruleText } from '../../detect/rule-text.ts'
import { ruleStyle } from '../rule-style.ts'
import { sightOf, type Viewed } from '../sight/sight-of.ts'
import { lookbackFrom, midnightOf } from '../walk-changes.ts'
import { manifestLines } from './manifest.ts'
import { whyNoRule } from './why-text.ts'
import { explain, type Why, type WhyParts } from './why.ts'

/** What decides which rules a caller may see. */
export type RuleSight = Pick<ExportRequest, 'tier' | 'restriction'>

/** The use cases around one rule: the rule itself, and where it comes from. */
export interface Provenance {
  /** The YAML document of a rule. Throws `not_found` with the reason where there is none for this tier. */
  rule(id: string, sight: RuleSight): Promise<string>
  /** Why there is a rule of that id, or why there is none any more. Throws `not_found` for an id that is not stored. */
  why(id: string, sight: RuleSight): Promise<Why>
  /** JSON lines: the context of each rule. */
  manifest(pages: AsyncIterable<readonly IndicatorWithSources[]>): AsyncIterable<string>
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text is the id of a rule, in any letter case. */
export const isRuleId = (text: string): boolean => UUID.test(text.toLowerCase())

/** What is stored under the id of a rule, also when it was removed. */
export const findByRuleId = async (store: Viewed, text: string): Promise<StoredIndicator> => {
  if (!isRuleId(text)) {
    throw invalidParameter('rule_id', text, {
      reason: 'it is not the id of a rule, a UUID such as 143664e6-70c5-5a68-b4a6-68e639d6e1ed'
    })
  }
  const stored = await inView(store, async (view) => view.findById(text.toLowerCase()))
  if (stored !== undefined) return stored
  throw new Problem('not_found', `The store holds no indicator whose rule is ${printable(text)}.`)
}

const missing = (stored: StoredIndicator, sentence: string): Problem => {
  const { indicator, removed, reason } = stored
  return new Problem('not_found', `There is no rule ${indicator.id}. ${sentence}`, {
    details: {
      reason: removed === undefined ? (indicator.noRule ?? 'lookback') : reason,
      ...(removed === undefined ? {} : { at: formatInstant(removed.at), why: removed.why }),
      ...(indicator.guardedBy === undefined ? {} : { guarded_by: indicator.guardedBy })
    }
  })
}

/** Provenance over a store. */
export const createProvenance = (parts: WhyParts): Provenance => {
  const style = ruleStyle(parts.settings)

  /** What a caller may see. To another tier it is as if it were not there, with the reason. */
  const visible = async (id: string, { tier, restriction }: RuleSight): Promise<StoredIndicator> => {
    const stored = await findByRuleId(sightOf(parts.store, restriction), id)
    const { lastSeen } = stored.indicator
    const from = lookbackFrom(parts.clock.now(), tier)
    if (stored.removed !== undefined || lastSeen >= from) return stored
    throw missing(
      stored,
      `Its indicator was last seen on ${formatDay(lastSeen)}; the lookback of the tier "${tier.name}" begins at ${formatInstant(midnightOf(from))}.`
    )
  }

  return {
    async rule(id, sight) {
      const stored = await visible(id, sight)
      const why = whyNoRule(stored)
      if (why !== undefined) throw missing(stored, why)
      return ruleText(stored.indicator, style)
    },
    why: async (id, sight) => explain(parts, await visible(id, sight)),
    manifest: (pages) => manifestLines(pages, parts)
  }
}
