import { stringCheck } from '../item-check.ts'
import { isAny } from '../sigma-string.ts'

/** Two `*` in a row say what one says. pySigma's `double_wildcard`. */
export const doubleWildcard = stringCheck(
  'double-wildcard',
  'low',
  (parts) => parts.some((part, index) => isAny(part) && isAny(parts[index + 1])),
  'two * in a row say what one says; take one out'
)
