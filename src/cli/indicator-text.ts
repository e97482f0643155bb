import type { findIndicator } from '../app/find-indicator.ts'
import type { Context } from '../indicator/context.ts'
import { NO_RULE_REASONS, type Source } from '../indicator/indicator.ts'
import { formatDay, formatInstant, formatSeconds } from '../indicator/time.ts'
import { textTable } from './text-table.ts'

type Stored = Awaited<ReturnType<typeof findIndicator>>

/** The parts of a context that say something, in words. */
const contextRows = (context: Context): readonly (readonly string[])[] => {
  const lists: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['role', context.role === 'unknown' ? [] : [context.role]],
    ['critical', context.critical ? ['yes'] : []],
    ['threat types', context.threatTypes],
    ['malware', context.malwareFamilies],
    ['actors', context.actors],
    ['ports', context.ports],
    ['file names', context.fileNames],
    ['tags', context.tags],
    ['techniques', context.techniques],
    ['industries', context.industries],
    ['links', context.links],
    ['TLP', context.tlp === undefined ? [] : [context.tlp]],
    ['licences', context.licences],
    ['scheme', context.scheme === undefined ? [] : [context.scheme]]
  ]
  return lists.filter(([, said]) => said.length > 0).map(([name, said]) => [name, said.join(', ')])
}

const seenText = ({ firstSeen, lastSeen }: Pick<Source, 'firstSeen' | 'lastSeen'>): readonly (readonly string[])[] => [
  ['first seen', firstSeen === undefined ? 'not stated' : formatSeconds(firstSeen)],
  ['last seen', formatDay(lastSeen)]
]

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)

const sourceText = (source: Source): readonly string[] => [
  `source ${source.feed}`,
  ...indented(textTable([['confidence', source.confidence], ...seenText(source), ...contextRows(source.context)]))
]

const ruleText = ({ indicator }: Stored, rule: string | undefined): readonly string[] => {
  if (rule !== undefined) return ['', ...rule.trimEnd().split('\n')]
  return indicator.noRule === undefined ? [] : [`no rule: ${NO_RULE_REASONS[indicator.noRule]} (${indicator.noRule})`]
}

/** Everything stored of an indicator, for people. */
export const indicatorText = (stored: Stored, rule: string | undefined): readonly string[] => {
  const { indicator, removed, sources } = stored
  return [
    ...textTable([
      [indicator.kind, indicator.value],
      ['id', indicator.id],
      ['confidence', indicator.confidence],
      ...seenText(indicator),
      ['added', formatInstant(indicator.added)],
      ['changed', formatInstant(indicator.changed)],
      ...(removed === undefined ? [] : [['removed', `${formatInstant(removed.at)}: ${removed.why}`]])
    ]),
    ...sources.flatMap(sourceText),
    ...(removed === undefined ? ruleText(stored, rule) : [])
  ]
}

const sourceJson = ({ feed, confidence, firstSeen, lastSeen, context }: Source): unknown => ({
  feed,
  confidence,
  first_seen: firstSeen === undefined ? null : formatSeconds(firstSeen),
  last_seen: formatDay(lastSeen),
  ...contextJson(context)
})

const contextJson = (context: Context): object => ({
  role: context.role,
  critical: context.critical,
  threat_types: context.threatTypes,
  malware_families: context.malwareFamilies,
  actors: context.actors,
  ports: context.ports,
  file_names: context.fileNames,
  tags: context.tags,
  techniques: context.techniques,
  industries: context.industries,
  links: context.links,
  tlp: context.tlp ?? null,
  licences: context.licences,
  scheme: context.scheme ?? null
})

/** Everything stored of an indicator, for programs. */
export const indicatorJson = ({ indicator, removed, sources }: Stored, rule: string | undefined): unknown => ({
  id: indicator.id,
  type: indicator.kind,
  value: indicator.value,
  confidence: indicator.confidence,
  first_seen: indicator.firstSeen === undefined ? null : formatSeconds(indicator.firstSeen),
  last_seen: formatDay(indicator.lastSeen),
  added: formatInstant(indicator.added),
  changed: formatInstant(indicator.changed),
  removed: removed === undefined ? null : { at: formatInstant(removed.at), why: removed.why },
  no_rule: indicator.noRule ?? null,
  sources: sources.map(sourceJson),
  rule: rule ?? null
})
