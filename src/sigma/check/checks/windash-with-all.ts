import { itemCheck } from '../item-check.ts'

/** The spellings of a dash exclude each other. pySigma's `invalid_modifier_combinations`. */
export const windashWithAll = itemCheck('windash-with-all', 'high', ({ modifiers }) =>
  modifiers.includes('windash') && modifiers.includes('all')
    ? 'windash gives spellings of which one is there, and all asks for every one; leave one of them out'
    : undefined
)
