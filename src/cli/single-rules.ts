import type { Filters } from '../app/filters.ts'
import { indicatorsInOrder } from '../app/indicators-in-order.ts'
import { ruleDocuments } from '../app/rule-documents.ts'
import { ruleFiles } from '../app/rule-folder.ts'
import { NO_RULE_REASONS, type Indicator, type NoRuleReason } from '../indicator/indicator.ts'
import type { RuleStyle } from '../sigma/publisher.ts'
import type { RuleSource } from './rule-source.ts'
import { formatCount } from './text-table.ts'
import type { Store } from './with-store.ts'

/** Which rules are wanted. */
interface SingleOrder {
  readonly filters: Filters
  readonly limit: number
}

interface Tally {
  rules: number
  withheld: Map<NoRuleReason, number>
}

const emptyTally = (): Tally => ({ rules: 0, withheld: new Map() })

/** One rule for each indicator, in their natural order. */
export const singleRules = (
  view: Awaited<ReturnType<Store['view']>>,
  { filters, limit }: SingleOrder,
  style: RuleStyle
): RuleSource => {
  let tally = emptyTally()

  async function* pages(): AsyncGenerator<readonly Indicator[]> {
    tally = emptyTally()
    const { withheld } = tally
    const onWithheld = (reason: NoRuleReason): void => {
      withheld.set(reason, (withheld.get(reason) ?? 0) + 1)
    }
    for await (const page of indicatorsInOrder(view, filters, limit, onWithheld)) {
      tally.rules += page.length
      yield page
    }
  }

  return {
    documents: () => ruleDocuments(pages(), style),
    files: () => ruleFiles(pages(), style),
    tallyText: (where) => [
      `${formatCount(tally.rules)} ${tally.rules === 1 ? 'rule' : 'rules'} written to ${where}.`,
      ...[...tally.withheld].map(
        ([reason, count]) => `Withheld: ${formatCount(count)} ${reason}: ${NO_RULE_REASONS[reason]}.`
      )
    ]
  }
}
