import type { CHANGE } from '../../api/schemas/change.ts'
import type { Written } from '../../api/written.ts'
import type { WrittenChange } from '../../app/changes/changes.ts'
import { shownValue } from '../../indicator/shown-value.ts'
import { formatInstant } from '../../indicator/time.ts'

/** A line of the changes feed as a JSON object. */
export const changeObject = ({ indicator, at, reason, rule, cursor }: WrittenChange): Written<typeof CHANGE> => {
  const facts = {
    rule_id: indicator.id,
    indicator: { type: indicator.kind, value: shownValue(indicator) },
    at: formatInstant(at),
    reason
  }
  return rule === undefined ? { op: 'remove', ...facts, cursor } : { op: 'put', ...facts, rule, cursor }
}
