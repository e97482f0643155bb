import type { LoadedFile } from '../app/guard-edits.ts'
import type { GuardOverview } from '../app/guard-overview.ts'
import type { Recheck } from '../app/recheck-guard.ts'
import type { GuardedValue } from '../app/try-guard.ts'
import { ENTRY_SHAPES } from '../indicator/guard-list.ts'
import { type Day, formatDay, formatInstant } from '../indicator/time.ts'
import { printable } from '../problem/printable.ts'
import { formatCount, textTable } from './text-table.ts'

type Hit = GuardedValue['hits'][number]

const dayOrNull = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day))
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
        ...entries.map(({ text, mode, until, why }) => [text, mode, untilText(until), why])
      ]))
]

/** The same for programs. */
export const guardJson = ({ lists, entries }: GuardOverview): unknown => ({
  lists: lists.map(({ name, mode, why, until, kinds, coversMail, origin, size }) => ({
    name,
    mode,
    why,
    until: dayOrNull(until),
    types: kinds,
    covers_mail: coversMail,
    origin,
    entries: size ?? null
  })),
  entries: entries.map(({ text, shape, mode, why, until, added }) => ({
    value: text,
    shape,
    covers: ENTRY_SHAPES[shape],
    mode,
    why,
    until: dayOrNull(until),
    added: formatInstant(added)
  }))
})

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

const hitJson = ({ list, entry, mode, why, until }: Hit): unknown => ({
  list,
  entry,
  mode,
  why,
  until: dayOrNull(until)
})

/** The same for programs. */
export const tryJson = ({ kind, value, verdict, hits }: GuardedValue): unknown => ({
  type: kind,
  value,
  withheld: verdict !== undefined,
  verdict: verdict === undefined ? null : hitJson(verdict),
  hits: hits.map(hitJson)
})
