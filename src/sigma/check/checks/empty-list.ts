import { itemCheck } from '../item-check.ts'

/** A field without values matches where it is null. pySigma files it under `wildcards_instead_of_modifiers`. */
export const emptyList = itemCheck('empty-list', 'low', ({ field, isEmpty }) =>
  isEmpty && field !== undefined
    ? 'its list of values is empty, which matches null; write null if that is meant'
    : undefined
)
