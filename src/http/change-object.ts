import type { CHANGE } from '../api/schemas/change.ts'
import type { Written } from '../api/written.ts'
import type { WrittenChange } from '../app/changes/changes.ts'
import { formatInstant } from '../indicator/time.ts'
import { shownValue } from '../indicator/shown-value.ts'

/** A line of the changes feed as a JSON object; `rule` is there where the rule is to be kept. */
export const changeObject = ({ op, indicator, at, reason, rule, cursor }: WrittenChange): Written<typeof CHANGE> => ({
  op,
  rule_id: indicator.id,
  indicator: { type: indicator.kind, value: shownValue(indicator) },
  at: formatInstant(at),
  reason,
  rule,
  cursor
})
