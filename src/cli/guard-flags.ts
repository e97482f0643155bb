import { invalidParameter } from '../app/invalid-parameter.ts'
import { GUARD_MODES } from '../indicator/guard-list.ts'
import { parseTime } from '../indicator/parse-time.ts'
import { dayOfSeconds, type Day } from '../indicator/time.ts'
import { choiceFlag, type FlagValues, textFlag, valueFlag } from './flag.ts'

const A_DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const parseDay = (text: string, name: string): Day => {
  const seconds = A_DAY.test(text) ? parseTime(text) : undefined
  if (seconds === undefined) throw invalidParameter(name, text, { reason: 'it is no day such as 2027-03-31' })
  return dayOfSeconds(seconds)
}

/** How entries are to count. */
export const GUARD_FLAGS = {
  mode: choiceFlag('MODE', 'withhold the rules (default), or only say so', GUARD_MODES),
  why: textFlag('TEXT', { summary: 'the reason, shown wherever the guard shows' }),
  until: valueFlag('DAY', { summary: 'the last day on which it counts, UTC (default: without end)' }, parseDay)
}

/** The terms that the flags come to. Blocking is what a guard is for. */
export const guardTerms = ({ mode, why, until }: FlagValues<typeof GUARD_FLAGS>) => ({
  mode: mode ?? 'block',
  why,
  until
})
