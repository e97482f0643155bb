import type { Context } from './context.ts'

/**
 * What is not malicious by itself, but may be against the rules of a network: lists of it exist so that its use is seen.
 * `proxy` also stands for anonymisers that a feed does not tell apart (STIX `anonymization`).
 */
export const POLICY_THREATS = ['tor', 'vpn', 'proxy', 'doh', 'scanner', 'file-sharing'] as const

/** One of {@link POLICY_THREATS}. */
export type PolicyThreat = (typeof POLICY_THREATS)[number]

/** The spellings of feeds, in letters and digits alone and without the `s` of a plural. */
const SPELLINGS: Readonly<Record<PolicyThreat, string>> = {
  tor: 'tor torentrynode torexit torexitip torexitnode torexitrelay tornode torrelay',
  vpn: 'commercialvpn vpn vpnendpoint vpnexitnode vpnip vpnprovider vpnserver vpnservice',
  proxy: 'anonymisation anonymiser anonymization anonymizer anonymousproxy openproxy proxy publicproxy webproxy',
  doh: 'dnsoverhttp dnsoverhttpsserver doh dohprovider dohresolver dohserver',
  scanner: 'internetscanner massscan massscanner massscanning networkscanner portscan portscanner scanner scanning',
  'file-sharing': 'cloudstorage filehost filehosting fileshare filesharing filesharingservice'
}

const BY_SPELLING: ReadonlyMap<string, PolicyThreat> = new Map(
  POLICY_THREATS.flatMap((threat) => SPELLINGS[threat].split(' ').map((spelling) => [spelling, threat] as const))
)

/** Reads the threat type of a policy list in the spellings that feeds use: `tor-exit-node`, `Mass Scanner`, `dns-over-https`. */
export const policyThreat = (text: string): PolicyThreat | undefined => {
  const letters = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return BY_SPELLING.get(letters.endsWith('s') ? letters.slice(0, -1) : letters)
}

/**
 * What an indicator is, if it is a matter of policy and nothing else: every threat type that sources name is one of a
 * policy list, and none names a family or an actor or calls the threat critical. Otherwise empty. In the order of
 * {@link POLICY_THREATS}, unique.
 */
export const policyThreatsOf = ({
  threatTypes,
  malwareFamilies,
  actors,
  critical
}: Pick<Context, 'threatTypes' | 'malwareFamilies' | 'actors' | 'critical'>): readonly PolicyThreat[] => {
  if (critical || malwareFamilies.length > 0 || actors.length > 0) return []
  const threats = threatTypes.map(policyThreat)
  return threats.includes(undefined) ? [] : POLICY_THREATS.filter((threat) => threats.includes(threat))
}
