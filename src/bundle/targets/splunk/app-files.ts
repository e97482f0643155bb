import { confFile, type Stanza } from './conf-file.ts'
import type { Detection } from './detection.ts'
import { DETECTIONS } from './detections.ts'
import { searchText } from './search-text.ts'
import { collectionOf, NUMBER_FIELDS, type Table, TABLES, TEXT_FIELDS } from './table.ts'

/** The folder of the app, which is its name. */
export const APP = 'sigmill'

/** Of the app, not of the indicators: it rises when a file of it changes. */
export const APP_VERSION = '1.0.0'

const APP_CONF: readonly Stanza[] = [
  ['install', { is_configured: 0 }],
  ['ui', { is_visible: 0, label: 'Sigmill indicators' }],
  [
    'launcher',
    {
      author: 'sigmill',
      description: 'Indicators of compromise as lookups, and alerts over data models.',
      version: APP_VERSION
    }
  ],
  ['package', { id: APP, check_for_updates: 0 }],
  ['id', { name: APP, version: APP_VERSION }]
]

const collectionStanza = (table: Table): Stanza => [
  collectionOf(table),
  {
    ...Object.fromEntries([...TEXT_FIELDS, ...table.fields].map((field) => [`field.${field}`, 'string'])),
    ...Object.fromEntries(NUMBER_FIELDS.map((field) => [`field.${field}`, 'number'])),
    'accelerated_fields.match_value': '{"match_value": 1}',
    ...Object.fromEntries(table.fields.map((field) => [`accelerated_fields.${field}`, `{"${field}": 1}`])),
    'accelerated_fields.valid_until': '{"valid_until": 1}'
  }
]

const lookup = (table: Table): Readonly<Record<string, string | number>> => ({
  external_type: 'kvstore',
  collection: collectionOf(table),
  fields_list: ['_key', ...TEXT_FIELDS, ...table.fields, ...NUMBER_FIELDS].join(', '),
  max_matches: 1
})

/** The most that transforms.conf takes. */
const MOST_MATCHES = 1_000

const lookupStanzas = (table: Table): readonly Stanza[] =>
  table.name === 'url'
    ? [
        [collectionOf(table), { ...lookup(table), max_matches: MOST_MATCHES, match_type: 'WILDCARD(match_value)' }],
        [`${collectionOf(table)}_exact`, lookup(table)]
      ]
    : [[collectionOf(table), lookup(table)]]

const MACROS_CONF: readonly Stanza[] = [
  ['sigmill_tstats', { definition: 'summariesonly=false allow_old_summaries=true fillnull_value="unknown"' }],
  ['sigmill_in_force', { definition: 'where isnotnull(rule_id) AND tonumber(valid_until) > now()' }],
  ['sigmill_wanted', { definition: 'search confidence IN ("low", "medium", "high")' }]
]

const MINUTES_BETWEEN = 15

/** Every quarter of an hour, each search at minutes of its own. */
const cron = (index: number): string => {
  const first = (index * 2 + 1) % MINUTES_BETWEEN
  return `${[0, 1, 2, 3].map((quarter) => first + quarter * MINUTES_BETWEEN).join(',')} * * * *`
}

const searchStanza = (detection: Detection, index: number): Stanza => [
  `Sigmill - ${detection.title}`,
  {
    description: `${detection.description} The field why leads to the reasons of the rule.`,
    search: searchText(detection),
    enableSched: 0,
    is_visible: 1,
    cron_schedule: cron(index),
    schedule_window: 5,
    'dispatch.earliest_time': '-75m@m',
    'dispatch.latest_time': 'now',
    counttype: 'number of events',
    relation: 'greater than',
    quantity: 0,
    'alert.digest_mode': 0,
    'alert.track': 1,
    'alert.severity': 3,
    'alert.expires': '7d',
    'alert.suppress': 1,
    'alert.suppress.fields': 'rule_id,asset',
    'alert.suppress.period': '24h'
  }
]

const META = `[]
access = read : [ * ], write : [ admin, sc_admin ]
export = none

[collections]
export = system

[transforms]
export = system

[macros]
export = system
`

/** The files of the app by path. No byte of them depends on indicators, so that it is installed once. */
export const APP_FILES: ReadonlyMap<string, string> = new Map([
  [`${APP}/default/app.conf`, confFile(APP_CONF)],
  [`${APP}/default/collections.conf`, confFile(TABLES.map(collectionStanza))],
  [`${APP}/default/macros.conf`, confFile(MACROS_CONF)],
  [`${APP}/default/savedsearches.conf`, confFile(DETECTIONS.map(searchStanza))],
  [`${APP}/default/transforms.conf`, confFile(TABLES.flatMap(lookupStanzas))],
  [`${APP}/metadata/default.meta`, META]
])
