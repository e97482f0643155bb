import { DEFAULT_GUARD_MODE } from '../api/bodies/guard.ts'
import { requireDay } from '../app/require-day.ts'
import { GUARD_MODES } from '../indicator/guard-list.ts'
import { choiceFlag, type FlagValues, textFlag, valueFlag } from './flag.ts'

/** How entries are to count. */
export const GUARD_FLAGS = {
  mode: choiceFlag('MODE', 'withhold the rules (default), or only say so', GUARD_MODES),
  why: textFlag('TEXT', { summary: 'the reason, shown wherever the guard shows' }),
  until: valueFlag('DAY', { summary: 'the last day on which it counts, UTC (default: without end)' }, (text, name) =>
    requireDay(name, text)
  )
}

/** The terms that the flags come to. */
export const guardTerms = ({ mode, why, until }: FlagValues<typeof GUARD_FLAGS>) => ({
  mode: mode ?? DEFAULT_GUARD_MODE,
  why,
  until
})
