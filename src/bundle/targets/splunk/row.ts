import { listed } from '../../../detect/listed.ts'
import { shownValue } from '../../../indicator/shown-value.ts'
import type { Bundle } from '../../bundle.ts'
import type { ClassedEntry } from '../../indicator-class.ts'
import type { JsonObject } from '../../json-value.ts'
import { matchValues } from './match-values.ts'

/** The key of a row in its collection: the id of the rule; further spellings are numbered. */
export const rowKey = (id: string, spelling: number): string => (spelling === 0 ? id : `${id}:${spelling + 1}`)

const TECHNIQUE = /^attack\.(t\d{4}(?:\.\d{3})?)$/

const techniquesOf = (tags: readonly string[]): string =>
  listed(tags.flatMap((tag) => TECHNIQUE.exec(tag)?.[1]?.toUpperCase() ?? []))

/** The documents of an indicator that is in force. */
export const rowsOf = (entry: ClassedEntry, { load, whyUrl }: Bundle): readonly JsonObject[] => {
  const { indicator, indicatorClass, rule, validFrom, validUntil } = entry
  const { id, kind, confidence, feeds, context } = indicator
  return matchValues(indicator.kind, indicator.value).map(({ value, host }, spelling) => ({
    _key: rowKey(id, spelling),
    match_value: value,
    ...(host === undefined ? {} : { host }),
    class: indicatorClass,
    indicator: shownValue(indicator),
    type: kind,
    rule_id: id,
    title: rule.title,
    severity: rule.level,
    confidence,
    tlp: context.tlp ?? '',
    threat_types: listed(context.threatTypes),
    malware_families: listed(context.malwareFamilies),
    techniques: techniquesOf(rule.tags),
    feeds: listed(feeds),
    why: whyUrl?.(id) ?? '',
    valid_from: validFrom,
    valid_until: validUntil,
    load
  }))
}

/** The documents that take the place of an indicator that is gone: nothing is found by them any more. */
export const removedRowsOf = ({ indicator, validUntil }: ClassedEntry, { load }: Bundle): readonly JsonObject[] =>
  matchValues(indicator.kind, indicator.value).map((_, spelling) => ({
    _key: rowKey(indicator.id, spelling),
    valid_until: validUntil,
    load
  }))
