import { current, inBoth, remark, shipped, type Target } from './target.ts'

const FALCON = {
  ...remark('never', 'RemoteAddressIP4 holds no IPv6 address', 'ipv6'),
  ...remark('never', 'Falcon has no field of that name', 'attacking-ip', 'url', 'email', 'cve', 'mitre-attack')
}

/** Targets whose field names are the users' own choice, and CrowdStrike. */
export const OTHERS: readonly Target[] = [
  ...inBoth({
    name: 'log-scale',
    title: 'CrowdStrike LogScale',
    backend: 'log_scale',
    pipelines: ['crowdstrike_fdr'],
    remarks: { ...FALCON, ...remark('never', 'Falcon has no field Hashes', 'md5', 'sha1', 'sha256') }
  }),
  ...inBoth({
    name: 'log-scale-plain-hashes',
    title: 'CrowdStrike LogScale',
    backend: 'log_scale',
    pipelines: [shipped('plain-hashes'), 'crowdstrike_fdr'],
    remarks: FALCON
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
    remarks: {}
  }),
  current({
    name: 'sqlite-plain-hashes',
    title: 'SQLite, columns named as in Sigma',
    backend: 'sqlite',
    pipelines: [shipped('plain-hashes')],
    remarks: {}
  })
]
