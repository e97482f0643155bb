import { uuidV5 } from '../../../indicator/uuid-v5.ts'
import { INDICATOR_CLASSES, type IndicatorClass } from '../../indicator-class.ts'
import { jsonLine } from '../../json-line.ts'
import type { Comparison } from './detection.ts'
import { DETECTIONS } from './detections.ts'
import { INDEX } from './index-template.ts'

/** Where the rules stand. */
export const DETECTION_RULES = 'detection-rules.ndjson'

/** The data that Elastic's own rules of this type look at. */
const EVENT_INDICES = ['auditbeat-*', 'filebeat-*', 'logs-*', 'packetbeat-*', 'winlogbeat-*']

/** A rule has one severity, so there is one per class and severity. Scores are those that Kibana gives a severity. */
const SEVERITIES = [
  { severity: 'critical', score: 99, levels: ['critical'] },
  { severity: 'high', score: 73, levels: ['high'] },
  { severity: 'medium', score: 47, levels: ['medium'] },
  { severity: 'low', score: 21, levels: ['low', 'informational'] }
] as const

type Severity = (typeof SEVERITIES)[number]

/** Every hour over two: Kibana makes one alert of an event that two runs see. More than 24 hours are not supported. */
const SCHEDULE = { interval: '1h', from: 'now-2h', to: 'now' }

const MOST_SIGNALS = 1000

const NOTE = `## What this is

The event holds a value that a threat-intelligence feed reported. The matched indicator stands in \`threat.enrichments\`: its
name, its description with feeds and malware, how sure the sources are, and in \`indicator.reference\` the page that says
why there is a rule.

## What to look at

- Which process and user are behind the event, and what else did the host do in that hour?
- Did the connection succeed, or was it blocked?
- Does the description name malware or an actor? Look for what else is known of it.

## If it is harmless

Let the guard of sigmill cover the value, so that every SIEM is spared, instead of adding an exception here.
`

const INVESTIGATION_FIELDS = [
  'threat.enrichments.matched.atomic',
  'threat.enrichments.matched.field',
  'threat.enrichments.indicator.description',
  'threat.enrichments.indicator.confidence',
  'threat.enrichments.indicator.marking.tlp',
  'threat.enrichments.indicator.reference'
]

const mapping = (comparison: Comparison) => ({
  entries: comparison.map(({ event, indicator }) => ({ field: event, type: 'mapping', value: indicator }))
})

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule, rules of the type threat_match. */
const detectionRule = (indicatorClass: IndicatorClass, { severity, score, levels }: Severity) => {
  const { title, description, tactic, events, comparisons, about } = DETECTIONS[indicatorClass]
  return {
    rule_id: uuidV5(`sigmill:elastic:${indicatorClass}:${severity}`),
    name: `sigmill - ${title} (${severity})`,
    description,
    type: 'threat_match',
    enabled: false,
    severity,
    risk_score: score,
    author: ['sigmill'],
    tags: ['sigmill', 'Rule Type: Threat Match'],
    ...SCHEDULE,
    timestamp_override: 'event.ingested',
    max_signals: MOST_SIGNALS,
    index: EVENT_INDICES,
    language: 'kuery',
    query: events,
    threat_index: [INDEX],
    threat_language: 'kuery',
    threat_query: `sigmill.class:"${indicatorClass}" and sigmill.level:(${levels.join(' or ')}) and sigmill.valid_until > "now"`,
    threat_indicator_path: 'threat.indicator',
    threat_mapping: comparisons.map(mapping),
    alert_suppression: {
      group_by: about,
      duration: { value: 24, unit: 'h' },
      missing_fields_strategy: 'doNotSuppress'
    },
    threat: [
      {
        framework: 'MITRE ATT&CK',
        tactic: { ...tactic, reference: `https://attack.mitre.org/tactics/${tactic.id}/` },
        technique: []
      }
    ],
    timeline_id: '495ad7a7-316e-4544-8a0f-9c098daee76e',
    timeline_title: 'Generic Threat Match Timeline',
    investigation_fields: { field_names: INVESTIGATION_FIELDS },
    note: NOTE
  }
}

/** One rule per class of indicators and severity. */
export const detectionRules = () =>
  INDICATOR_CLASSES.flatMap((indicatorClass) => SEVERITIES.map((severity) => detectionRule(indicatorClass, severity)))

/** The rules as Kibana imports them. */
export const detectionRulesText = (): string => detectionRules().map(jsonLine).join('')
