/** Adblock's way to block a host in all of its requests; other options block in some of them only. */
const ADBLOCK = /^\|\|([^/^$*|]+)\^(?:\$(?:all|doc|document|important|popup))?$/
/** https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html */
const DNSMASQ = /^(?:address|local|server)=\/([^/]+)\/[^/]*$/
/** https://unbound.docs.nlnetlabs.nl/en/latest/manpages/unbound.conf.html */
const UNBOUND = /^local-zone:\s*"([^"]+)"/
/** A response policy zone's rule for a name. https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz-00 */
const POLICY_ZONE = /^(?:\*\.)?(\S+)\s+(?:IN\s+)?CNAME\s/i
/** Names under which such a zone keeps rules for addresses and name servers. */
const OTHER_TRIGGER = /\.rpz-[a-z-]+$/i

/** The host that a line of an ad blocker, dnsmasq, Unbound or a response policy zone blocks; `undefined` for other lines. */
export const blockedName = (line: string): string | undefined => {
  const name = [ADBLOCK, DNSMASQ, UNBOUND, POLICY_ZONE].map((form) => form.exec(line)?.[1]).find((found) => found)
  return name === undefined || !OTHER_TRIGGER.test(name) ? name : line
}
