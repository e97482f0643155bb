import type { JsonObject } from '../../json-value.ts'
import { FIELDS, type FieldType } from './fields.ts'

/** Where the template of the index stands. */
export const INDEX_TEMPLATE = 'index-template.json'

/**
 * A plain index: a data stream would take no document a second time and delete none by its id. Its name stays clear of
 * `logs-*`, whose template would make it a data stream.
 * https://www.elastic.co/docs/manage-data/data-store/data-streams/use-data-stream
 */
export const INDEX = 'threat-indicators-sigmill'

/** Lucene takes no keyword above 32,766 bytes; a longer one is stored and not found. */
const LONGEST_KEYWORD = 8191

const mappingOf = (type: FieldType): JsonObject =>
  type === 'keyword' ? { type, ignore_above: LONGEST_KEYWORD } : { type }

interface Properties {
  [name: string]: JsonObject | { properties: Properties }
}

const isParent = (
  mapping: JsonObject | { properties: Properties } | undefined
): mapping is { properties: Properties } => mapping !== undefined && 'properties' in mapping

/** The place of a field, as deep as its path says. */
const put = (properties: Properties, [name = '', ...below]: readonly string[], mapping: JsonObject): void => {
  const known = properties[name]
  if (below.length === 0) properties[name] = mapping
  else if (isParent(known)) put(known.properties, below, mapping)
  else {
    const parent: Properties = {}
    properties[name] = { properties: parent }
    put(parent, below, mapping)
  }
}

const properties = (): Properties => {
  const all: Properties = {}
  for (const [path, { type }] of FIELDS) put(all, path.split('.'), mappingOf(type))
  return all
}

/** The text of the index template: each field by its type in ECS, and no other is indexed. */
export const indexTemplateText = (): string =>
  `${JSON.stringify(
    {
      index_patterns: [INDEX],
      priority: 500,
      template: { mappings: { dynamic: false, properties: properties() } },
      _meta: { description: 'Threat indicators, kept up to date by sigmill.' }
    },
    undefined,
    2
  )}\n`
