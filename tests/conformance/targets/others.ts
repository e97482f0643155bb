import { current, inBoth, legacy, remark, remarks, shipped, type Target, type Way } from './target.ts'

const FALCON = remarks(
  remark('never', 'RemoteAddressIP4 holds no IPv6 address', 'ipv6'),
  remark('never', 'Falcon has no field of that name', 'attacking-ip', 'url', 'email', 'cve', 'mitre-attack')
)
const NO_HASHES = remark('never', 'Falcon has no field Hashes', 'md5', 'sha1', 'sha256')
const EQUALITY = remark(
  'misses',
  'SQLite compares letter case by `=`, unless a column is declared COLLATE NOCASE',
  'domain',
  'url',
  'email'
)

const logScale: Way = {
  name: 'log-scale',
  title: 'CrowdStrike LogScale',
  backend: 'log_scale',
  pipelines: ['crowdstrike_fdr'],
  remarks: FALCON
}

/** Targets whose field names are the users' own choice, and CrowdStrike. */
export const OTHERS: readonly Target[] = [
  current({ ...logScale, remarks: remarks(FALCON, NO_HASHES) }),
  legacy(logScale),
  ...inBoth({
    ...logScale,
    name: 'log-scale-plain-hashes',
    pipelines: [shipped('plain-hashes'), 'crowdstrike_fdr']
  }),
  current({
    name: 'loki',
    title: 'Grafana Loki, fields named as in Sigma',
    backend: 'loki',
    pipelines: [],
    remarks: {}
  }),
  current({
    name: 'loki-plain-hashes',
    title: 'Grafana Loki, fields named as in Sigma',
    backend: 'loki',
    pipelines: [shipped('plain-hashes')],
    remarks: {}
  }),
  current({
    name: 'sqlite',
    title: 'SQLite, columns named as in Sigma',
    backend: 'sqlite',
    pipelines: [],
    remarks: EQUALITY
  }),
  current({
    name: 'sqlite-plain-hashes',
    title: 'SQLite, columns named as in Sigma',
    backend: 'sqlite',
    pipelines: [shipped('plain-hashes')],
    remarks: EQUALITY
  })
]
