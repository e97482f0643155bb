import { legacy, remark, shipped, type Target } from './target.ts'

const ANYWHERE = remark(
  'superset',
  'the search looks anywhere in the payload, without boundaries',
  'domain',
  'email',
  'cve',
  'mitre-attack'
)
const WILDCARDS = remark('superset', '`_` and `%` in a URL are wildcards of LIKE', 'url')
const HASHES = remark('never', 'the query compares a constant text instead of a property', 'md5', 'sha1', 'sha256')
const WINDOWS_ONLY = remark(
  'misses',
  'the query is pinned to the device type of Windows, where perimeter logs are not',
  'ipv4'
)
const NO_IPV6 = remark('never', 'destinationip holds IPv4 addresses only', 'ipv6')

/** IBM QRadar, by IBM's own plugin, which exists for the legacy tools only. */
export const QRADAR: readonly Target[] = [
  legacy({
    name: 'qradar',
    title: 'IBM QRadar',
    backend: 'q_radar_aql',
    pipelines: [shipped('qradar')],
    remarks: { ...ANYWHERE, ...WILDCARDS }
  }),
  legacy({
    name: 'qradar-stock-payload',
    title: 'IBM QRadar, payload',
    backend: 'q_radar_aql',
    pipelines: ['qradar-aql-payload'],
    remarks: { ...ANYWHERE, ...WILDCARDS, ...HASHES, ...WINDOWS_ONLY, ...NO_IPV6 }
  }),
  legacy({
    name: 'qradar-stock-fields',
    title: 'IBM QRadar, fields',
    backend: 'q_radar_aql',
    pipelines: ['qradar-aql-fields'],
    remarks: { ...WILDCARDS, ...HASHES, ...WINDOWS_ONLY, ...NO_IPV6 }
  })
]
