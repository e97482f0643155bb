import type { FeedFormat } from '../../feed-format.ts'
import { holdUntilContext } from '../../hold-until-context.ts'
import { readJsonRecords } from '../../json/read-json-records.ts'
import { PATHS_OF_PARTS } from './event-place.ts'
import { createEventReader } from './event-reader.ts'

/** Members that stand near the beginning of every event. */
const MEMBERS = [/"Event"\s*:\s*\{/, /"Attribute"\s*:\s*\[/, /"threat_level_id"\s*:/]

/** MISP events and attribute searches. https://www.misp-project.org/openapi/ https://github.com/MISP/misp-rfc */
export const misp: FeedFormat = {
  name: 'misp',
  title: 'MISP events',
  feed: undefined,
  mode: 'list',
  recognise: ({ text }) => /^\s*[[{]/.test(text) && MEMBERS.some((member) => member.test(text)),
  read: (text, options) => holdUntilContext(readJsonRecords(text, PATHS_OF_PARTS, options), createEventReader())
}
