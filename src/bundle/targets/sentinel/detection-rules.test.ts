import { describe, expect, it } from 'vitest'
import { kqlColumns, kqlProblems } from '../../../../tests/conformance/kql/language-service.ts'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import { detectionRules } from './detection-rules.ts'

const rules = [...detectionRules('threat-intelligence').resources, ...detectionRules('watchlist').resources]

/** The columns that a text names: `{{Title}}`. */
const columnsIn = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)

describe('the analytics rules for Sentinel', () => {
  it('are one per class of indicators and table, with ids and names of their own', () => {
    expect(rules).toHaveLength(2 * INDICATOR_CLASSES.length)
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(new Set(rules.map(({ properties }) => properties.displayName)).size).toBe(rules.length)
  })

  it.each(rules.map(({ properties }) => [properties.displayName, properties] as const))(
    '%s: the query is legal and shorter than Sentinel takes',
    (_, { query }) => {
      expect(kqlProblems(query)).toEqual([])
      expect(query.length).toBeLessThan(10_000)
    }
  )

  it.each(rules.map(({ properties }) => [properties.displayName, properties] as const))(
    '%s: every column that the alert shows is one of the query',
    (_, { query, entityMappings, customDetails, alertDetailsOverride }) => {
      const columns = new Set(kqlColumns(query))
      const shown = [
        ...entityMappings.flatMap(({ fieldMappings }) => fieldMappings.map(({ columnName }) => columnName)),
        ...Object.values(customDetails),
        ...columnsIn(alertDetailsOverride.alertDisplayNameFormat),
        ...columnsIn(alertDetailsOverride.alertDescriptionFormat),
        ...alertDetailsOverride.alertDynamicProperties.map(({ value }) => value),
        alertDetailsOverride.alertSeverityColumnName
      ]
      expect(shown.filter((name) => !columns.has(name))).toEqual([])
    }
  )

  it('come switched off, each to be switched on by its class', () => {
    for (const source of ['threat-intelligence', 'watchlist'] as const) {
      const { parameters, resources } = detectionRules(source)
      expect(parameters.enabled).toMatchObject({ type: 'array', defaultValue: [] })
      expect(resources.map(({ properties }) => properties.enabled)).toEqual(
        INDICATOR_CLASSES.map((name) => `[contains(parameters('enabled'), '${name}')]`)
      )
    }
  })

  it('keep to the limits of Sentinel', () => {
    for (const { properties } of rules) {
      const { entityMappings, customDetails, alertDetailsOverride } = properties
      expect(entityMappings.length).toBeLessThanOrEqual(10)
      for (const { fieldMappings } of entityMappings) expect(fieldMappings.length).toBeLessThanOrEqual(3)
      expect(Object.keys(customDetails).length).toBeLessThanOrEqual(20)
      expect(columnsIn(alertDetailsOverride.alertDisplayNameFormat).length).toBeLessThanOrEqual(3)
      expect(columnsIn(alertDetailsOverride.alertDescriptionFormat).length).toBeLessThanOrEqual(3)
    }
  })
})
