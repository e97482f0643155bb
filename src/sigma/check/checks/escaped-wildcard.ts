import { stringCheck } from '../item-check.ts'
import { textParts } from '../sigma-string.ts'

/** A `*` or `?` that is text may be an accident. pySigma's `escaped_wildcard`. */
export const escapedWildcard = stringCheck(
  'escaped-wildcard',
  'low',
  (parts) => textParts(parts).some((text) => text.includes('*') || text.includes('?')),
  'a backslash makes * or ? plain text here; write two backslashes if a wildcard behind one is meant'
)
