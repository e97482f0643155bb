import { itemCheck } from '../item-check.ts'

/** One field rarely equals several values at once. pySigma's `invalid_modifier_combinations`. */
export const allWithoutContains = itemCheck('all-without-contains', 'high', ({ field, modifiers }) =>
  field !== undefined && modifiers.includes('all') && !modifiers.includes('contains')
    ? 'no field equals several values at once; write contains before all, or leave all out'
    : undefined
)
