/** Types of Elasticsearch that the documents use. */
export type FieldType = 'date' | 'ip' | 'keyword' | 'long' | 'wildcard'

/** A field of a document. */
export interface Field {
  readonly type: FieldType
  /** Whether it holds a list. */
  readonly list?: true
  /** The values that it may have; any where there are none. */
  readonly values?: readonly string[]
}

/** Fields of the Elastic Common Schema 9.4, by their path. https://www.elastic.co/docs/reference/ecs/ecs-field-reference */
const ECS_FIELDS: Readonly<Record<string, Field>> = {
  '@timestamp': { type: 'date' },
  'ecs.version': { type: 'keyword' },
  'event.kind': { type: 'keyword', values: ['enrichment'] },
  'event.category': { type: 'keyword', list: true, values: ['threat'] },
  'event.type': { type: 'keyword', list: true, values: ['indicator'] },
  'event.module': { type: 'keyword' },
  'event.dataset': { type: 'keyword' },
  tags: { type: 'keyword', list: true },
  'threat.feed.name': { type: 'keyword' },
  'threat.feed.reference': { type: 'keyword' },
  'threat.indicator.id': { type: 'keyword', list: true },
  'threat.indicator.name': { type: 'keyword' },
  'threat.indicator.type': {
    type: 'keyword',
    values: ['ipv4-addr', 'ipv6-addr', 'domain-name', 'url', 'file', 'email-addr']
  },
  'threat.indicator.description': { type: 'keyword' },
  'threat.indicator.confidence': { type: 'keyword', values: ['Low', 'Medium', 'High'] },
  'threat.indicator.first_seen': { type: 'date' },
  'threat.indicator.modified_at': { type: 'date' },
  'threat.indicator.marking.tlp': { type: 'keyword', values: ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] },
  'threat.indicator.marking.tlp_version': { type: 'keyword', values: ['2.0'] },
  'threat.indicator.provider': { type: 'keyword' },
  'threat.indicator.reference': { type: 'keyword' },
  'threat.indicator.ip': { type: 'ip' },
  'threat.indicator.email.address': { type: 'keyword' },
  'threat.indicator.file.hash.md5': { type: 'keyword' },
  'threat.indicator.file.hash.sha1': { type: 'keyword' },
  'threat.indicator.file.hash.sha256': { type: 'keyword' },
  'threat.indicator.url.domain': { type: 'keyword' },
  'threat.indicator.url.full': { type: 'wildcard' },
  'threat.indicator.url.original': { type: 'wildcard' },
  'threat.indicator.url.path': { type: 'wildcard' },
  'threat.indicator.url.port': { type: 'long' },
  'threat.indicator.url.query': { type: 'keyword' },
  'threat.indicator.url.scheme': { type: 'keyword', values: ['http', 'https'] }
}

/** Fields of the documents' own, below a name of their own as ECS asks for it. */
const OWN_FIELDS: Readonly<Record<string, Field>> = {
  'sigmill.class': {
    type: 'keyword',
    values: ['destination-ip', 'attacking-ip', 'domain', 'url', 'file-hash', 'sender']
  },
  'sigmill.type': { type: 'keyword', values: ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256', 'email'] },
  'sigmill.level': { type: 'keyword', values: ['informational', 'low', 'medium', 'high', 'critical'] },
  'sigmill.valid_until': { type: 'date' },
  'sigmill.bundle': { type: 'keyword' },
  'sigmill.url.http': { type: 'keyword' },
  'sigmill.url.https': { type: 'keyword' },
  'sigmill.url.host': { type: 'keyword' },
  'sigmill.url.page.host': { type: 'keyword' },
  'sigmill.url.page.path': { type: 'keyword' }
}

/** Every field of a document, by its path. */
export const FIELDS: ReadonlyMap<string, Field> = new Map(Object.entries({ ...ECS_FIELDS, ...OWN_FIELDS }))
