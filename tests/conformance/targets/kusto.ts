import { inBoth, remark, remarks, shipped, type Target } from './target.ts'

const DESCRIPTIONS = remark('superset', 'an alert whose description names the CVE matches as well', 'cve')
const ALERTS = remark('other', 'it asks the techniques of alerts, not the names of Sysmon rules', 'mitre-attack')
const WEB_TOO = remark('superset', 'web connections to the host match as well as DNS queries', 'domain')
const NO_SHA256 = remark('misses', 'SHA256 is often empty in DeviceProcessEvents', 'sha256')
const SPARSE = remarks(
  NO_SHA256,
  remark(
    'misses',
    'RemoteUrl holds the path of an HTTPS request only where a browser or network protection tells it',
    'url'
  )
)
const SPLIT_URLS = remark('misses', 'proxies that log host and path in columns of their own are missed', 'url')
const FORWARDED = remark(
  'misses',
  'Sysmon events that arrive in WindowsEvent are missed',
  'md5',
  'sha1',
  'sha256',
  'mitre-attack'
)

/** Microsoft Sentinel and Defender XDR. */
export const KUSTO: readonly Target[] = [
  ...inBoth({
    name: 'sentinel-asim',
    title: 'Microsoft Sentinel, ASIM',
    backend: 'kusto',
    pipelines: [shipped('sentinel-asim')],
    remarks: remarks(DESCRIPTIONS, ALERTS, SPLIT_URLS)
  }),
  ...inBoth({
    name: 'sentinel-stock-asim',
    title: 'Microsoft Sentinel, ASIM',
    backend: 'kusto',
    pipelines: ['sentinel_asim'],
    remarks: SPLIT_URLS
  }),
  ...inBoth({
    name: 'azure-monitor',
    title: 'Azure Monitor',
    backend: 'kusto',
    pipelines: [shipped('azure-monitor')],
    remarks: remarks(DESCRIPTIONS, FORWARDED)
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
    remarks: remarks(WEB_TOO, ALERTS, SPARSE)
  }),
  ...inBoth({
    name: 'defender-stock-xdr',
    title: 'Microsoft Defender XDR',
    backend: 'kusto',
    pipelines: ['microsoft_xdr'],
    remarks: NO_SHA256
  })
]
