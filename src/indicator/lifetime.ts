import type { Context } from './context.ts'
import type { Kind } from './kind.ts'

/** Days, in which a source stands after it last saw an indicator. */
type Days = Readonly<Partial<Record<Kind, number>>>

/** A lifetime no shorter than the longest lookback that is usual: what is known of a file or a flaw does not fade. */
const LASTING = 365

/** Addresses change hands soonest, names later; hashes, flaws and techniques never. */
const OF_KIND: Readonly<Record<Kind, number>> = {
  ipv4: 30,
  ipv6: 30,
  domain: 90,
  url: 60,
  md5: LASTING,
  sha1: LASTING,
  sha256: LASTING,
  cve: LASTING,
  'mitre-attack': LASTING,
  email: 90
}

interface ThreatLifetime {
  readonly is: (context: Context) => boolean
  readonly days: Days
}

const names = (context: Context, pattern: RegExp): boolean => context.threatTypes.some((name) => pattern.test(name))

/** Threat types that last longer or shorter than their kind does, in the words by which feeds name them. */
const OF_THREAT: readonly ThreatLifetime[] = [
  { is: (context) => names(context, /phish/i), days: { ipv4: 14, ipv6: 14, domain: 30, url: 14, email: 30 } },
  { is: (context) => names(context, /\b(?:c2|cc|c&c)\b|_cc\b|command/i), days: { ipv4: 60, ipv6: 60, domain: 180 } },
  { is: ({ role }) => role === 'source', days: { ipv4: 14, ipv6: 14 } }
]

/**
 * How many days an indicator of this kind stands after its last sighting, by what a source says of the threat; the
 * longest where several apply.
 */
export const lifetimeOf = (kind: Kind, context: Context): number => {
  const days = OF_THREAT.flatMap((threat) => (threat.is(context) ? (threat.days[kind] ?? []) : []))
  return days.length === 0 ? OF_KIND[kind] : Math.max(...days)
}

/** The shortest lifetime that an indicator of this kind can have. */
export const shortestLifetime = (kind: Kind): number =>
  Math.min(OF_KIND[kind], ...OF_THREAT.flatMap(({ days }) => days[kind] ?? []))
