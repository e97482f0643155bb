import { UNSTATED_CONFIDENCE, type Confidence } from '../indicator/confidence.ts'
import type { Context, Role } from '../indicator/context.ts'
import { makeContext } from '../indicator/make-context.ts'
import { normalise } from '../indicator/normalise.ts'
import type { Identified } from '../indicator/normalised.ts'
import type { RawIndicator } from '../indicator/raw-indicator.ts'
import { recognise } from '../indicator/recognise.ts'
import { isRejection, type Rejection } from '../indicator/rejection.ts'
import type { Sector } from '../indicator/sector.ts'
import { dayOfSeconds, type Day, type Seconds } from '../indicator/time.ts'
import type { Tlp } from '../indicator/tlp.ts'
import { isTechnique } from '../sigma/attack.ts'
import type { Sighting } from '../store/indicator-store.ts'

/** What holds for every indicator of a feed that does not say it itself. */
export interface FeedDefaults {
  readonly confidence?: Confidence | undefined
  readonly industries?: readonly Sector[] | undefined
  readonly role?: Role | undefined
  /** In the feed's words or ours; a feed may name its threats record by record. */
  readonly threatTypes?: readonly string[] | undefined
  readonly tlp?: Tlp | undefined
  readonly licence?: string | undefined
  readonly firstSeen?: Seconds | undefined
}

/** Turns what a feed says into sightings; one per feed of a run. */
export type Accept = (raw: RawIndicator) => Sighting | Rejection

const withDefaults = (given: Partial<Context>, defaults: FeedDefaults): Partial<Context> => ({
  ...given,
  role: given.role === undefined || given.role === 'unknown' ? (defaults.role ?? 'unknown') : given.role,
  threatTypes:
    given.threatTypes === undefined || given.threatTypes.length === 0
      ? (defaults.threatTypes ?? [])
      : given.threatTypes,
  industries:
    given.industries === undefined || given.industries.length === 0 ? (defaults.industries ?? []) : given.industries,
  tlp: given.tlp ?? defaults.tlp,
  licences: defaults.licence === undefined ? (given.licences ?? []) : [...(given.licences ?? []), defaults.licence]
})

const NOTHING: Partial<Context> = {}

/** The canonical form of what a feed names, by the kind it gives or by its looks. */
export const identify = (raw: Pick<RawIndicator, 'kind' | 'value'>): Identified | Rejection => {
  const identified = raw.kind === undefined ? recognise(raw.value) : normalise(raw.kind, raw.value)
  if (!isRejection(identified) && identified.kind === 'mitre-attack' && !isTechnique(identified.value)) {
    return { reason: 'unknown_technique', detail: identified.value }
  }
  return identified
}

/** Builds the acceptance of one feed; `file` is the input's index in the run, `today` the day of reading. */
export const createAccept = (feed: string, file: number, today: Day, defaults: FeedDefaults): Accept => {
  // Readers give the same context object for all values that share it, so it is made and interned once.
  const made = new WeakMap<Partial<Context>, Map<string, Context>>()

  const contextFor = (given: Partial<Context>, { port, scheme }: Identified): Context => {
    const variant = `${port ?? ''} ${scheme ?? ''}`
    let variants = made.get(given)
    if (variants === undefined) {
      variants = new Map()
      made.set(given, variants)
    }
    const known = variants.get(variant)
    if (known !== undefined) return known
    const parts = withDefaults(given, defaults)
    const context = makeContext({
      ...parts,
      ports: port === undefined ? (parts.ports ?? []) : [...(parts.ports ?? []), port],
      scheme: scheme ?? parts.scheme
    })
    variants.set(variant, context)
    return context
  }

  return (raw) => {
    const identified = identify(raw)
    if (isRejection(identified)) return identified
    const { kind, value } = identified
    return {
      kind,
      value,
      file,
      takenBack: false,
      times: 1,
      source: {
        feed,
        confidence: raw.confidence ?? defaults.confidence ?? UNSTATED_CONFIDENCE,
        firstSeen: raw.firstSeen ?? defaults.firstSeen,
        lastSeen: raw.lastSeen === undefined ? today : Math.min(today, dayOfSeconds(raw.lastSeen)),
        validUntil: raw.validUntil,
        context: contextFor(raw.context ?? NOTHING, identified)
      }
    }
  }
}
