import type { Indicator } from '../../indicator/indicator.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import type { StixOptions } from '../../stix/object-base.ts'
import type { StixIdentity, StixMarking, StixObject } from '../../stix/objects.ts'
import { stixObject } from '../../stix/stix-object.ts'
import type { Change } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'

/** A version of a STIX object that a collection holds. */
export interface ObjectVersion {
  /** Of the object: `indicator--143664e6-70c5-5a68-b4a6-68e639d6e1ed`. */
  readonly id: string
  /** When the collection got it: a position of its own. */
  readonly added: Instant
  /** What tells it from other versions of the object: its `modified`, or `created` where it has none. */
  readonly version: Instant
  readonly object: () => StixObject | StixIdentity | StixMarking
}

/** The type of the object that an indicator of a kind becomes. */
export const stixTypeOf = (kind: Kind): StixObject['type'] => {
  if (kind === 'cve') return 'vulnerability'
  return kind === 'mitre-attack' ? 'attack-pattern' : 'indicator'
}

const versionOf = (indicator: Indicator, options: StixOptions): ObjectVersion => ({
  id: `${stixTypeOf(indicator.kind)}--${indicator.id}`,
  added: indicator.changed,
  version: indicator.changed,
  object: () => stixObject(indicator, options)
})

const matches = ({ kinds, industries }: Pick<Filters, 'kinds' | 'industries'>, { kind, context }: Indicator): boolean =>
  (kinds === undefined || kinds.includes(kind)) &&
  (industries === undefined || industries.some((sector) => context.industries.includes(sector)))

/** The version of an indicator that lives. */
export const livingVersion = versionOf

/**
 * The version that a change made of an object in a collection; `undefined` where the collection does not hold it. What
 * was removed, or is stopped by the guard, is an indicator that counts until that moment. A CVE and a technique have no
 * such end, and what the guard has stopped from the first has never been anybody's.
 */
export const changedVersion = (
  { indicator, isRemoved }: Pick<Change, 'indicator' | 'isRemoved'>,
  filters: Pick<Filters, 'kinds' | 'industries'>,
  options: StixOptions
): ObjectVersion | undefined => {
  const { kind, noRule, added, changed } = indicator
  if (noRule === 'too_broad' || !matches(filters, indicator)) return undefined
  if (!isRemoved && noRule === undefined) return versionOf(indicator, options)
  if (stixTypeOf(kind) !== 'indicator' || added === changed) return undefined
  return versionOf(indicator, { ...options, validUntil: changed })
}
