import type { ClassedKind } from '../../indicator-class.ts'

/** A collection of the KV store with the lookup over it. */
export interface Table {
  /** Names its folder among the rows: `ip`. */
  readonly name: string
  readonly kinds: readonly ClassedKind[]
  /** Fields that only its rows have. */
  readonly fields: readonly string[]
}

/** Every table; a kind stands in one of them or in none. */
export const TABLES: readonly Table[] = [
  { name: 'ip', kinds: ['ipv4', 'ipv6'], fields: [] },
  { name: 'domain', kinds: ['domain'], fields: [] },
  { name: 'url', kinds: ['url'], fields: ['host'] },
  { name: 'hash', kinds: ['md5', 'sha1', 'sha256'], fields: [] },
  { name: 'sender', kinds: ['email'], fields: [] }
]

/** The name of the collection and of the lookup of a table. */
export const collectionOf = ({ name }: Pick<Table, 'name'>): string => `sigmill_${name}`

/** Fields of texts that rows of every table have, in the order in which lookups list them; `load` tells which bundle brought the row. */
export const TEXT_FIELDS = [
  'match_value',
  'class',
  'indicator',
  'type',
  'rule_id',
  'title',
  'severity',
  'confidence',
  'tlp',
  'threat_types',
  'malware_families',
  'techniques',
  'feeds',
  'why',
  'load'
] as const

/** Fields of numbers that rows of every table have: seconds since 1970. */
export const NUMBER_FIELDS = ['valid_from', 'valid_until'] as const
