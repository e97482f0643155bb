import { itemCheck } from '../item-check.ts'

/** What is encoded at an offset has other text around it. pySigma's `invalid_modifier_combinations`. */
export const base64offsetWithoutContains = itemCheck('base64offset-without-contains', 'high', ({ modifiers }) =>
  modifiers.includes('base64offset') && !modifiers.includes('contains')
    ? 'encoded text stands between other characters; write contains behind base64offset'
    : undefined
)
