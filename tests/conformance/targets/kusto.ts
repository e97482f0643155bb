import { inBoth, remark, shipped, type Target } from './target.ts'

const DESCRIPTIONS = remark('superset', 'an alert whose description names the CVE matches as well', 'cve')
const ALERTS = remark(
  'superset',
  'the techniques of every alert are asked, not the names of Sysmon rules',
  'mitre-attack'
)
const WEB_TOO = remark('superset', 'web connections to the host match as well as DNS queries', 'domain')

/** Microsoft Sentinel and Defender XDR. */
export const KUSTO: readonly Target[] = [
  ...inBoth({
    name: 'sentinel-asim',
    title: 'Microsoft Sentinel, ASIM',
    backend: 'kusto',
    pipelines: [shipped('sentinel-asim')],
    remarks: { ...DESCRIPTIONS, ...ALERTS }
  }),
  ...inBoth({
    name: 'sentinel-stock-asim',
    title: 'Microsoft Sentinel, ASIM',
    backend: 'kusto',
    pipelines: ['sentinel_asim'],
    remarks: {}
  }),
  ...inBoth({
    name: 'azure-monitor',
    title: 'Azure Monitor',
    backend: 'kusto',
    pipelines: [shipped('azure-monitor')],
    remarks: DESCRIPTIONS
  }),
  ...inBoth({
    name: 'azure-stock-monitor',
    title: 'Azure Monitor',
    backend: 'kusto',
    pipelines: ['azure_monitor'],
    remarks: remark(
      'never',
      'the stock pipeline reads SecurityEvent, which holds neither network connections of Sysmon nor hashes of processes',
      'ipv4',
      'ipv6',
      'md5',
      'sha1',
      'sha256'
    )
  }),
  ...inBoth({
    name: 'defender-xdr',
    title: 'Microsoft Defender XDR',
    backend: 'kusto',
    pipelines: [shipped('defender-xdr')],
    remarks: { ...WEB_TOO, ...ALERTS }
  }),
  ...inBoth({
    name: 'defender-stock-xdr',
    title: 'Microsoft Defender XDR',
    backend: 'kusto',
    pipelines: ['microsoft_xdr'],
    remarks: {}
  })
]
