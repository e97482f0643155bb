import type { Kind } from '../../../indicator/kind.ts'

/** How an alert is rated. A reference set has no columns, so each has sets of its own. */
export const RATINGS = ['high', 'medium', 'low'] as const

/** One of {@link RATINGS}. */
export type Rating = (typeof RATINGS)[number]

/** Values that are compared with the same properties of events. */
export interface ElementClass {
  readonly name: string
  /** Of which kind its values are. */
  readonly kind: Kind
  /**
   * `IP` holds IPv4 addresses only; `ALNIC` is text whose letter case is ignored, stored in lower case.
   * https://www.ibm.com/docs/en/qsip/7.4?topic=overview-adding-editing-deleting-reference-sets
   */
  readonly elementType: 'IP' | 'ALNIC'
}

/** Every class. Addresses that hosts connect to and addresses that connect to hosts stand apart. */
export const CLASSES = [
  { name: 'ip', kind: 'ipv4', elementType: 'IP' },
  { name: 'attacker_ip', kind: 'ipv4', elementType: 'IP' },
  { name: 'ipv6', kind: 'ipv6', elementType: 'ALNIC' },
  { name: 'attacker_ipv6', kind: 'ipv6', elementType: 'ALNIC' },
  { name: 'domain', kind: 'domain', elementType: 'ALNIC' },
  { name: 'url', kind: 'url', elementType: 'ALNIC' },
  { name: 'md5', kind: 'md5', elementType: 'ALNIC' },
  { name: 'sha1', kind: 'sha1', elementType: 'ALNIC' },
  { name: 'sha256', kind: 'sha256', elementType: 'ALNIC' },
  { name: 'sender', kind: 'email', elementType: 'ALNIC' }
] as const satisfies readonly ElementClass[]

/** The name of a class. */
export type ClassName = (typeof CLASSES)[number]['name']

/** The set of a class and rating. */
export const setName = (className: ClassName, rating: Rating): string => `sigmill_${className}_${rating}`

/** A reference set as it is created. */
export interface ReferenceSet {
  readonly name: string
  readonly elementType: ElementClass['elementType']
  readonly kind: Kind
}

/** Every reference set, by class and rating. */
export const REFERENCE_SETS: readonly ReferenceSet[] = CLASSES.flatMap(({ name, kind, elementType }) =>
  RATINGS.map((rating) => ({ name: setName(name, rating), elementType, kind }))
)

/** The sets in which the values of a kind may stand. */
export const setsOf = (kind: Kind): readonly string[] =>
  REFERENCE_SETS.filter((set) => set.kind === kind).map(({ name }) => name)
