import type { Tier } from '../../config/settings.ts'
import { holdsNetwork, readIpNetwork } from '../../indicator/ip-network.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { Problem } from '../../problem/problem.ts'
import { accountOf, type Granter } from './granter.ts'
import type { KeyPart, KeyTerms } from './key-terms.ts'
import { COMMAND_LINE_SCOPES, hasScope } from './scopes.ts'

type Holder = Extract<Granter, { readonly kind: 'holder' }>

/** Why a key may not give something, as the end of a sentence; `undefined` where it may. */
type Objection = string | undefined

const toScopes = ({ scopes }: KeyTerms, { key }: Holder): Objection => {
  const local = scopes.find((scope) => COMMAND_LINE_SCOPES.includes(scope))
  if (local !== undefined) return `the scope ${local} is given on the command line only`
  const lacking = scopes.find((scope) => !hasScope(key, scope))
  return lacking === undefined ? undefined : `it lacks the scope ${lacking} itself`
}

const toAccount = ({ account }: KeyTerms, by: Holder): Objection => {
  const own = accountOf(by)
  if (own === undefined || own === account) return undefined
  return 'without the scope keys:admin it makes keys of its own account only'
}

/** Whether nothing that a tier includes goes beyond the other one. */
const isWithin = (inner: Tier, outer: Tier): boolean =>
  (outer.sigmaExport || !inner.sigmaExport) &&
  inner.requestsPerMinute <= outer.requestsPerMinute &&
  inner.requestsPerDay <= outer.requestsPerDay &&
  inner.resultsPerRequest <= outer.resultsPerRequest &&
  inner.lookbackDays <= outer.lookbackDays &&
  inner.keysPerAccount <= outer.keysPerAccount &&
  inner.formats.every((format) => outer.formats.includes(format))

const toTier = ({ tier }: KeyTerms, by: Holder): Objection =>
  isWithin(tier, by.tier) ? undefined : `the tier ${tier.name} goes beyond its own, ${by.tier.name}`

const isNetworkWithin = (text: string, outer: readonly string[]): boolean => {
  const network = readIpNetwork(text)
  return outer.some((other) => {
    const around = readIpNetwork(other)
    return network !== undefined && around !== undefined && holdsNetwork(around, network)
  })
}

const toNetworks = ({ networks }: KeyTerms, { key }: Holder): Objection => {
  if (key.networks.length === 0) return undefined
  const wider = networks.find((network) => !isNetworkWithin(network, key.networks))
  if (networks.length > 0 && wider === undefined) return undefined
  return `it may be used from ${key.networks.join(', ')} only, and ${wider ?? 'anywhere'} is wider`
}

const toTlp = ({ maxTlp }: KeyTerms, { key }: Holder): Objection => {
  if (key.maxTlp === undefined) return undefined
  if (maxTlp !== undefined && TLPS.indexOf(maxTlp) <= TLPS.indexOf(key.maxTlp)) return undefined
  return `it sees nothing above tlp ${key.maxTlp}`
}

const toFeeds = ({ feeds }: KeyTerms, { key }: Holder): Objection => {
  if (key.feeds.length === 0) return undefined
  if (feeds.length > 0 && feeds.every((feed) => key.feeds.includes(feed))) return undefined
  // Whoever rotates a key must not learn by that which other feeds it may see.
  return 'it sees certain feeds only, and can give those alone'
}

const toExpiry = ({ expires }: KeyTerms, { key }: Holder): Objection =>
  key.expires === undefined || (expires !== undefined && expires <= key.expires)
    ? undefined
    : 'it expires earlier itself'

const OBJECTIONS: readonly (readonly [KeyPart, (terms: KeyTerms, by: Holder) => Objection])[] = [
  ['account', toAccount],
  ['tier', toTier],
  ['scopes', toScopes],
  ['networks', toNetworks],
  ['maxTlp', toTlp],
  ['feeds', toFeeds],
  ['expiresInDays', toExpiry]
]

/** Refuses to let a key give what it lacks. Throws `not_grantable`, which names the part. */
export const requireGrantable = (terms: KeyTerms, by: Granter, nameOf: (part: KeyPart) => string): void => {
  if (by.kind === 'operator') return
  for (const [part, objection] of OBJECTIONS) {
    const reason = objection(terms, by)
    if (reason === undefined) continue
    throw new Problem('not_grantable', `The API key cannot give that: ${reason}.`, {
      details: { parameter: nameOf(part), reason }
    })
  }
}
