import { describe, expect, it } from 'vitest'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import { detectionRules, detectionRulesText } from './detection-rules.ts'
import { FIELDS } from './fields.ts'

const rules = detectionRules()

describe('the indicator match rules for Elastic', () => {
  it('are one per class of indicators and severity, with ids and names of their own', () => {
    expect(rules).toHaveLength(4 * INDICATOR_CLASSES.length)
    expect(new Set(rules.map(({ rule_id }) => rule_id)).size).toBe(rules.length)
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })

  it('ask of the indicators of each class every level once', () => {
    const classes = FIELDS.get('sigmill.class')?.values ?? []
    const levels = FIELDS.get('sigmill.level')?.values ?? []
    expect(classes).toEqual([...INDICATOR_CLASSES])
    for (const name of classes) {
      const queries = rules.map(({ threat_query }) => threat_query).filter((query) => query.includes(`"${name}"`))
      for (const level of levels)
        expect(queries.filter((query) => query.includes(`(${level}`) || query.includes(` ${level})`))).toHaveLength(1)
    }
  })

  it('compare fields that the documents have and that hold one value', () => {
    const compared = rules.flatMap(({ threat_mapping }) =>
      threat_mapping.flatMap(({ entries }) => entries.map(({ value }) => value))
    )
    for (const path of compared) {
      expect(FIELDS.get(path)).toBeDefined()
      expect(FIELDS.get(path)?.list).toBeUndefined()
    }
  })

  it('look at events that have something to compare', () => {
    for (const { query, threat_mapping } of rules) {
      for (const { entries } of threat_mapping) {
        const [first] = entries
        const asked = query.split(' or ').map((part) => part.replace(':*', ''))
        expect(asked.some((field) => first?.field.startsWith(field.split('.')[0] ?? '?'))).toBe(true)
      }
    }
  })

  it('suppress only what matches the same indicators', () => {
    // What a field says, these say as well.
    const settledBy: Readonly<Record<string, string>> = {
      'dns.question.registered_domain': 'dns.question.name',
      'url.domain': 'url.full',
      'url.path': 'url.full',
      'process.hash.md5': 'process.hash.sha256',
      'process.hash.sha1': 'process.hash.sha256'
    }
    for (const { threat_mapping, alert_suppression } of rules) {
      const { group_by, missing_fields_strategy } = alert_suppression
      expect(missing_fields_strategy).toBe('doNotSuppress')
      expect(group_by.length).toBeLessThanOrEqual(3)
      const matched = threat_mapping.flatMap(({ entries }) => entries.map(({ field }) => field))
      expect(matched.filter((field) => !group_by.includes(settledBy[field] ?? field))).toEqual([])
    }
  })

  it('look back no longer than indicator match rules may, and further than they pause', () => {
    for (const { interval, from } of rules) expect([interval, from]).toEqual(['1h', 'now-2h'])
  })

  it('are one JSON object per line, as Kibana imports them', () => {
    const lines = detectionRulesText().trimEnd().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(rules)))
  })
})
