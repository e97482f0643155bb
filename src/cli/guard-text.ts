import type { LoadedFile } from '../app/guard/guard-edits.ts'
import { guardEntryText } from '../app/guard/guard-entry-text.ts'
import type { GuardOverview } from '../app/guard/guard-overview.ts'
import type { Recheck } from '../app/guard/recheck-guard.ts'
import type { GuardedValue } from '../app/guard/try-guard.ts'
import { type Day, formatDay } from '../indicator/time.ts'
import { printable } from '../problem/printable.ts'
import { formatCount, textTable } from './text-table.ts'

const untilText = (day: Day | undefined): string => (day === undefined ? 'without end' : `until ${formatDay(day)}`)

/** What an edit came to in the store. */
export const recheckText = ({ guarded, returned }: Recheck): string =>
  guarded + returned === 0
    ? 'No indicator changes.'
    : `Withheld from here on: ${formatCount(guarded)}. Returned: ${formatCount(returned)}.`

/** What is odd about a last day; empty when nothing is. */
export const untilAdvice = (until: Day | undefined, today: Day): readonly string[] =>
  until === undefined || until >= today ? [] : [`--until ${formatDay(until)}: that day has passed, so nothing counts.`]

const LEFT_OUT_SHOWN = 3

const leftOutText = (leftOut: LoadedFile['leftOut']): readonly string[] => {
  const byReason = new Map<string, string[]>()
  for (const { sentence, value } of leftOut) byReason.set(sentence, [...(byReason.get(sentence) ?? []), value])
  return [...byReason].map(([sentence, values]) => {
    const shown = values.slice(0, LEFT_OUT_SHOWN).map((value) => printable(value))
    const more = values.length > LEFT_OUT_SHOWN ? ', ...' : ''
    return `  left out ${formatCount(values.length)}: ${sentence} (${shown.join(', ')}${more})`
  })
}

/** What was loaded, and what was left out of it, for people. */
export const loadedText = ({ name, entries, leftOut }: LoadedFile): readonly string[] => [
  `Loaded ${printable(name)}: ${formatCount(entries)} ${entries === 1 ? 'entry' : 'entries'}.`,
  ...leftOutText(leftOut)
]

/** Everything that the guard stands on, for people. */
export const guardTable = ({ lists, entries }: GuardOverview): readonly string[] => [
  ...textTable([
    ['LIST', 'MODE', 'ENTRIES', 'FROM', 'COUNTS'],
    ...lists.map(({ name, mode, size, origin, until }) => [
      name,
      mode,
      size === undefined ? 'all' : formatCount(size),
      origin,
      untilText(until)
    ])
  ]),
  ...(entries.length === 0 ? [] : ['']),
  ...(entries.length === 0
    ? []
    : textTable([
        ['ENTRY', 'MODE', 'COUNTS', 'WHY'],
        ...entries.map(({ shape, text, mode, until, why }) => [
          guardEntryText({ shape, text }),
          mode,
          untilText(until),
          why
        ])
      ]))
]

const verdictText = ({ verdict, hits }: GuardedValue): string => {
  if (verdict !== undefined) return 'withheld'
  return hits.length === 0 ? 'not covered' : 'covered, but not withheld'
}

/** What the guard says of a value, for people. */
export const tryText = (tried: GuardedValue): readonly string[] => [
  `${tried.kind} ${tried.value}: ${verdictText(tried)}`,
  ...textTable(
    tried.hits.map(({ list, entry, mode, why, until }) => [`  ${mode}`, `${list}: ${entry}`, why, untilText(until)])
  )
]
