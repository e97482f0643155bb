import { tagCheck } from '../tag-check.ts'

/** Versions 1 and 2 of the protocol. */
const LEVELS = new Set(['white', 'clear', 'green', 'amber', 'amber-strict', 'red'])

/** A level of the Traffic Light Protocol. pySigma's `tlptag`. */
export const tlpTag = tagCheck('tlp-tag', ({ namespace, name }) =>
  namespace !== 'tlp' || LEVELS.has(name) ? undefined : `is no TLP level; use ${[...LEVELS].join(', ')}`
)
