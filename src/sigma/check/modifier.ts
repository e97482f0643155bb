import { hasWildcard, type SigmaString } from './sigma-string.ts'
import type { SigmaValue, SigmaValueType } from './sigma-value.ts'

/** Why a modifier cannot be used on a value, under the check that reports it. */
export interface ModifierFault {
  readonly check: 'modifier-value' | 'regular-expression' | 'cidr'
  readonly reason: string
}

/** A modifier; `before` is how many stand before it. */
export interface Modifier {
  readonly name: string
  /** The modifier that it is another name of. */
  readonly same: string
  /** What it can be used on. */
  readonly takes: readonly SigmaValueType[]
  /** `undefined` for a value that it cannot be used on. */
  readonly apply: (
    value: SigmaValue,
    before: number,
    field: string | undefined
  ) => SigmaValue | ModifierFault | undefined
}

/** What a modifier does, whatever its name. */
export type Effect = Pick<Modifier, 'takes' | 'apply'>

/** A fault of a modifier. */
export const fault = (reason: string, check: ModifierFault['check'] = 'modifier-value'): ModifierFault => ({
  check,
  reason
})

/** Whether applying a modifier failed. */
export const isModifierFault = (result: SigmaValue | ModifierFault): result is ModifierFault => 'reason' in result

/** A string as a value. */
export const string = (parts: SigmaString): SigmaValue => ({ type: 'string', parts })

/** A modifier of strings. */
export const onString = (apply: (parts: SigmaString, before: number) => SigmaValue | ModifierFault): Effect => ({
  takes: ['string'],
  apply: (value, before) => (value.type === 'string' ? apply(value.parts, before) : undefined)
})

/** What encodings and names of fields are made of: text only. */
export const withoutWildcards = (parts: SigmaString, then: () => SigmaValue): SigmaValue | ModifierFault =>
  hasWildcard(parts)
    ? fault('a string with wildcards cannot be encoded or name a field; escape * and ?, or leave the modifier out')
    : then()

/** A modifier that stands first or not at all. */
export const first = (
  name: string,
  before: number,
  then: () => SigmaValue | ModifierFault
): SigmaValue | ModifierFault =>
  before > 0 ? fault(`${name} works on values as they are written; make it the first modifier`) : then()
