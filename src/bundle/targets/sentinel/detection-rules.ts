import { uuidV5 } from '../../../indicator/uuid-v5.ts'
import { INDICATOR_CLASSES, type IndicatorClass } from '../../indicator-class.ts'
import { DETECTIONS } from './detections.ts'
import { query, threatIntelligence, watchlist } from './query.ts'
import { EVERY, INDICATOR_PERIOD } from './window.ts'

/** Where the template of the rules over the table stands. */
export const ANALYTICS_RULES = 'analytics-rules.json'

/** Where the rules of a template find the indicators. */
const SOURCES = { 'threat-intelligence': threatIntelligence, watchlist } as const

/** A key of {@link SOURCES}. */
export type RuleSource = keyof typeof SOURCES

// Above this severity decides the column of the same name, row by row.
const SEVERITY = 'Medium'

const CUSTOM_DETAILS = ['RuleId', 'Why', 'Level', 'Confidence', 'Tlp', 'ValidUntil', 'FirstSeen', 'LastSeen', 'Hits']

/** https://learn.microsoft.com/azure/templates/microsoft.securityinsights/alertrules, version 2024-03-01, kind Scheduled. */
const properties = (indicatorClass: IndicatorClass, source: RuleSource) => {
  const detection = DETECTIONS[indicatorClass]
  return {
    displayName: `sigmill - ${detection.title}${source === 'watchlist' ? ' (watchlist)' : ''}`,
    description: `${detection.description} The custom detail RuleId names the indicator, Why says who reports it.`,
    severity: SEVERITY,
    enabled: `[contains(parameters('enabled'), '${indicatorClass}')]`,
    query: query(indicatorClass, detection, SOURCES[source]),
    queryFrequency: EVERY.iso,
    queryPeriod: INDICATOR_PERIOD.iso,
    triggerOperator: 'GreaterThan',
    triggerThreshold: 0,
    // Suppression stops the whole rule, so that a second indicator would pass unseen; grouping joins what belongs together.
    suppressionEnabled: false,
    suppressionDuration: EVERY.iso,
    tactics: detection.tactics,
    eventGroupingSettings: { aggregationKind: 'AlertPerResult' },
    incidentConfiguration: {
      createIncident: true,
      groupingConfiguration: {
        enabled: true,
        reopenClosedIncident: false,
        lookbackDuration: 'P1D',
        matchingMethod: 'AllEntities',
        groupByEntities: [],
        groupByAlertDetails: [],
        groupByCustomDetails: []
      }
    },
    entityMappings: detection.entities,
    customDetails: Object.fromEntries(CUSTOM_DETAILS.map((name) => [name, name])),
    alertDetailsOverride: {
      alertDisplayNameFormat: `{{Title}} - {{${detection.asset}}}`,
      alertDescriptionFormat: `${detection.title}: {{${detection.seen}}}, seen {{Hits}} times. {{Why}}`,
      alertSeverityColumnName: 'Severity',
      alertDynamicProperties: [{ alertProperty: 'AlertLink', value: 'Why' }]
    }
  }
}

const resource = (indicatorClass: IndicatorClass, source: RuleSource) => ({
  type: 'Microsoft.OperationalInsights/workspaces/providers/alertRules',
  apiVersion: '2024-03-01',
  name: `[concat(parameters('workspace'), '/Microsoft.SecurityInsights/${uuidV5(`sigmill:sentinel:${source}:${indicatorClass}`)}')]`,
  kind: 'Scheduled',
  properties: properties(indicatorClass, source)
})

/** One analytics rule per class of indicators as a template that Azure deploys; deploying it again updates the rules. */
export const detectionRules = (source: RuleSource) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: {
    workspace: { type: 'string', metadata: { description: 'Name of the Log Analytics workspace of Sentinel.' } },
    enabled: {
      type: 'array',
      defaultValue: [],
      metadata: { description: `The classes whose rules run, of ${INDICATOR_CLASSES.join(', ')}; the others are off.` }
    }
  },
  resources: INDICATOR_CLASSES.map((indicatorClass) => resource(indicatorClass, source))
})

/** The text of the template's file. */
export const detectionRulesText = (source: RuleSource): string =>
  `${JSON.stringify(detectionRules(source), undefined, 2)}\n`
