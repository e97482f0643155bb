import type { Kind } from '../../indicator/kind.ts'
import { type MapNode, valueOf } from '../../sigma/check/yaml-node.ts'

/** What the indicator of a rule is, as far as a rule of any origin tells. */
export type RuleType = Kind | 'other'

/** A text that an address of the IPv6 form stands in, behind one of the fields of addresses. */
const IPV6 = /(?:DestinationIp|src_ip|dst_ip):[\s'"-]*[0-9a-f]{0,4}:/i

const addressType = (text: string): RuleType => (IPV6.test(text) ? 'ipv6' : 'ipv4')

const hashType = (text: string): RuleType => {
  const upper = text.toUpperCase()
  if (upper.includes('SHA256=')) return 'sha256'
  if (upper.includes('SHA1=')) return 'sha1'
  return upper.includes('MD5=') ? 'md5' : 'other'
}

const only = (type: RuleType) => (): RuleType => type

/** By the log source: its category, or where there is none its product. */
const TYPES: ReadonlyMap<string, (text: string) => RuleType> = new Map([
  ['network_connection', addressType],
  ['firewall', addressType],
  ['dns_query', only('domain')],
  ['dns', only('domain')],
  ['proxy', only('url')],
  ['process_creation', hashType],
  ['antivirus', only('cve')],
  ['m365', only('email')],
  ['windows', only('mitre-attack')]
])

/** The type of a rule by its log source and fields; `text` is its document, `root` what stands in it. */
export const ruleType = (root: MapNode, text: string): RuleType => {
  const logsource = valueOf(root, 'logsource')
  if (logsource?.kind !== 'map') return 'other'
  const named = valueOf(logsource, 'category') ?? valueOf(logsource, 'product')
  const typeOf = named?.kind === 'scalar' ? TYPES.get(named.text) : undefined
  return typeOf?.(text) ?? 'other'
}
