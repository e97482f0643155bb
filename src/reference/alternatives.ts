import type { Schema } from './open-api.ts'
import type { Resolve } from './resolver.ts'

/** What a value may be, one by one: what only names others or unites them is taken apart, and what nothing fits left out. */
export const alternatives = (given: Schema, resolve: Resolve<Schema>): readonly Schema[] => {
  const { anyOf, oneOf = anyOf, not, ...rest } = resolve(given)
  if (not !== undefined) return []
  if (oneOf === undefined) return [rest]
  return oneOf.flatMap((one) => alternatives({ ...rest, ...resolve(one) }, resolve))
}
