import type { Mutation } from './mutation.ts'

/** Faults in the pipelines that ship with the product. */
export const PIPELINES: readonly Mutation[] = [
  {
    name: 'Elastic looks for attackers as destinations',
    file: 'pipelines/elastic-ecs.yml',
    find: 'src_ip: source.ip',
    replace: 'src_ip: destination.ip',
    caughtBy: 'queries'
  },
  {
    name: 'Elastic has no field for SHA256',
    file: 'pipelines/elastic-ecs.yml',
    find: '      process.hash.SHA256: process.hash.sha256\n',
    replace: '',
    caughtBy: 'queries'
  },
  {
    name: 'hashes are upper case in Elastic',
    file: 'pipelines/elastic-ecs.yml',
    find: 'method: lower',
    replace: 'method: upper',
    caughtBy: 'queries'
  },
  {
    name: 'EQL takes the other spelling of IPv6',
    file: 'pipelines/elastic-eql.yml',
    find: String.raw`"([^"]+)", "[^"]+"`,
    replace: String.raw`"[^"]+", "([^"]+)"`,
    caughtBy: 'queries'
  },
  {
    name: 'Splunk looks for web requests in all events',
    file: 'pipelines/splunk-cim.yml',
    find: 'conditions: {tag: web}',
    replace: "conditions: {tag: '*'}",
    caughtBy: 'queries'
  },
  {
    name: 'Sentinel asks for attackers as destinations',
    file: 'pipelines/sentinel-asim.yml',
    find: 'src_ip: SrcIpAddr',
    replace: 'src_ip: DstIpAddr',
    caughtBy: 'queries'
  },
  {
    name: 'Defender asks outbound connections for attackers',
    file: 'pipelines/defender-xdr.yml',
    find: String.raw`where ActionType startswith \"Inbound\" or`,
    replace: String.raw`where ActionType !startswith \"Inbound\" or`,
    caughtBy: 'queries'
  },
  {
    name: 'Azure Monitor has no second field for IPv6',
    file: 'pipelines/azure-monitor.yml',
    find: '[SourceIP, DeviceCustomIPv6Address2]',
    replace: 'SourceIP',
    caughtBy: 'queries'
  },
  {
    name: 'QRadar looks for attackers as destinations',
    file: 'pipelines/qradar.yml',
    find: 'src_ip: sourceip',
    replace: 'src_ip: destinationip',
    caughtBy: 'queries'
  },
  {
    name: 'QRadar has no property for MD5',
    file: 'pipelines/qradar.yml',
    find: '      MD5: MD5 Hash\n',
    replace: '',
    caughtBy: 'queries'
  },
  {
    name: 'QRadar forgets the message trace',
    file: 'pipelines/qradar.yml',
    find: "replacement: 'devicetype IN(99, 397, 452)'",
    replace: "replacement: 'devicetype IN(99, 397)'",
    caughtBy: 'queries'
  },
  {
    name: 'plain SHA1 hashes keep the name of Sysmon',
    file: 'pipelines/plain-hashes.yml',
    find: 'SHA1: sha1, ',
    replace: '',
    caughtBy: 'queries'
  }
]
