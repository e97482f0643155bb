import type { Indicator } from '../indicator/indicator.ts'
import { type Day, dayOfInstant, dayOfSeconds, formatDay } from '../indicator/time.ts'

/** The days that a rule shows, as `YYYY-MM-DD`, UTC. */
export interface RuleDates {
  readonly date: string
  /** Later than `date`. */
  readonly modified: string | undefined
  /** When a source first saw the indicator; a day after its acceptance cannot be right and is cut to that. */
  readonly firstSeen: string | undefined
}

/** A rule is dated by the first sighting that a source gives, else by the day of acceptance. */
export const datesOf = ({ firstSeen, added, changed }: Indicator): RuleDates => {
  const accepted = dayOfInstant(added)
  const day = firstSeen === undefined ? accepted : Math.min(dayOfSeconds(firstSeen), accepted)
  const changedDay = dayOfInstant(changed)
  const date = dayText(day)
  return {
    date,
    modified: changed !== added && changedDay > day ? dayText(changedDay) : undefined,
    firstSeen: firstSeen === undefined ? undefined : date
  }
}

const texts = new Map<Day, string>()
const MOST_TEXTS = 10_000

/** Days repeat from rule to rule, and formatting one would take as long as the rest of the rule. */
const dayText = (day: Day): string => {
  const known = texts.get(day)
  if (known !== undefined) return known
  if (texts.size === MOST_TEXTS) texts.clear()
  const text = formatDay(day)
  texts.set(day, text)
  return text
}
