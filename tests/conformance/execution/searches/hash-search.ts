import type { Kind } from '../../../../src/indicator/kind.ts'
import type { Fields } from '../log-source.ts'
import type { Search } from '../real-log.ts'

type HashKind = Extract<Kind, 'md5' | 'sha1' | 'sha256'>

/** The field `Hashes` of Sysmon taken apart: `SHA1=…,MD5=…`. */
const sysmonHash = ({ Hashes = '' }: Fields, kind: HashKind): string | undefined => {
  const pairs = Hashes.split(',').map((pair) => pair.split('='))
  return pairs.find(([name]) => name === kind.toUpperCase())?.[1]?.toLowerCase()
}

const search = (kind: HashKind, hashOf: (fields: Fields) => string | undefined): Search => ({
  kind,
  logSource: 'process_creation',
  valuesOf: (fields) => [hashOf(fields) ?? ''].filter((hash) => hash !== ''),
  carries: (fields, value) => hashOf(fields) === value
})

/** Hashes of one kind where Sysmon writes them. */
export const sysmonHashSearch = (kind: HashKind): Search => search(kind, (fields) => sysmonHash(fields, kind))

/** Hashes of one kind in a field of their own. */
export const plainHashSearch = (kind: HashKind): Search => ({
  ...search(kind, (fields) => fields[kind]?.toLowerCase()),
  pipeline: 'plain-hashes'
})
