import type { Why } from '../app/why/why.ts'
import { whyNoRule } from '../app/why/why-text.ts'
import { CHANGE_REASONS } from '../indicator/change-reason.ts'
import { formatDay, formatInstant, formatSeconds } from '../indicator/time.ts'
import { textTable } from './text-table.ts'

type Last = NonNullable<Why['last']>

const untilText = ({ day, isEarliest }: Last): string =>
  `${formatDay(day)}${isEarliest ? ' at the earliest' : ''}, unless it is seen again`

const indented = (rows: readonly (readonly string[])[]): readonly string[] => textTable(rows).map((line) => `  ${line}`)

const rowOf = (name: string, said: readonly (string | number)[]): readonly (readonly string[])[] =>
  said.length === 0 ? [] : [[name, said.join(', ')]]

const ruleRows = ({ rule, stored }: Why): readonly (readonly string[])[] => {
  if (rule === undefined) return [['no rule', whyNoRule(stored) ?? '']]
  return [['rule', rule.title], ['level', rule.level], ...rowOf('tags', rule.tags)]
}

const sourceText = ({ source, last }: Why['sources'][number]): readonly string[] => {
  const { feed, confidence, firstSeen, lastSeen, validUntil, context } = source
  return [
    `source ${feed}`,
    ...indented([
      ['confidence', confidence],
      ['first seen', firstSeen === undefined ? 'not stated' : formatSeconds(firstSeen)],
      ['last seen', formatDay(lastSeen)],
      ...(validUntil === undefined ? [] : [['valid until', formatSeconds(validUntil)]]),
      ['stands until', untilText(last)],
      ...rowOf('threat types', context.threatTypes),
      ...rowOf('malware', context.malwareFamilies),
      ...rowOf('actors', context.actors),
      ...rowOf('links', context.links)
    ])
  ]
}

const guardText = ({ guardHits }: Why): readonly string[] => [
  guardHits.length === 0 ? 'guard: no entry covers the value' : 'guard',
  ...indented(
    guardHits.map(({ list, entry, mode, why, until }) => [
      mode === 'block' ? 'blocks' : 'informs',
      `${list}: ${entry} (${why})${until === undefined ? '' : `, until ${formatDay(until)}`}`
    ])
  )
]

/** The provenance of an indicator, for people. */
export const whyText = (why: Why): readonly string[] => {
  const { stored, confidentFeeds, sources, last } = why
  const { indicator, reason } = stored
  const by = confidentFeeds.length === 0 ? '' : `, by ${confidentFeeds.join(', ')}`
  return [
    ...textTable([
      [indicator.kind, indicator.value],
      ['id', indicator.id],
      ...ruleRows(why),
      ['confidence', `${indicator.confidence}${by}`],
      ['since', formatInstant(indicator.added)],
      ['last change', `${formatInstant(indicator.changed)}: ${CHANGE_REASONS[reason]} (${reason})`],
      ...(last === undefined ? [] : [['stands until', untilText(last)]])
    ]),
    ...guardText(why),
    ...sources.flatMap(sourceText)
  ]
}
