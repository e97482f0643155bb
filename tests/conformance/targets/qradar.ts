import { legacy, remark, remarks, shipped, type Target } from './target.ts'

const ANYWHERE = remark(
  'superset',
  'the search looks anywhere in the payload, without boundaries',
  'domain',
  'email',
  'cve',
  'mitre-attack'
)
const WILDCARDS = remark('superset', '`_` and `%` in a URL are wildcards of LIKE', 'url')
const CAPITALS = remark('misses', 'a bare host in the property URL that is written with capitals is missed', 'url')
const HASHES = remark('never', 'the query compares a constant text instead of a property', 'md5', 'sha1', 'sha256')
const NO_IPV6 = remark('never', 'destinationip holds IPv4 addresses only', 'ipv6')

/** IBM QRadar, by IBM's own plugin, which exists for the legacy tools only. */
export const QRADAR: readonly Target[] = [
  legacy({
    name: 'qradar',
    title: 'IBM QRadar',
    backend: 'q_radar_aql',
    pipelines: [shipped('qradar')],
    remarks: remarks(ANYWHERE, WILDCARDS, CAPITALS)
  }),
  legacy({
    name: 'qradar-stock-payload',
    title: 'IBM QRadar, payload',
    backend: 'q_radar_aql',
    pipelines: ['qradar-aql-payload'],
    remarks: remarks(ANYWHERE, WILDCARDS, CAPITALS, HASHES, NO_IPV6)
  }),
  legacy({
    name: 'qradar-stock-fields',
    title: 'IBM QRadar, fields',
    backend: 'q_radar_aql',
    pipelines: ['qradar-aql-fields'],
    remarks: remarks(WILDCARDS, CAPITALS, HASHES, NO_IPV6)
  })
]
