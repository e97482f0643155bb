import { itemCheck } from '../item-check.ts'

/** Twice encoded is a thing that happens. */
const MAY_REPEAT = 'base64'

/** No modifier is used twice. pySigma's `invalid_modifier_combinations`. */
export const repeatedModifier = itemCheck('repeated-modifier', 'medium', ({ modifiers }) => {
  const repeated = modifiers.find((name, index) => name !== MAY_REPEAT && modifiers.indexOf(name) < index)
  return repeated === undefined ? undefined : `the modifier ${repeated} stands there twice; take one out`
})
