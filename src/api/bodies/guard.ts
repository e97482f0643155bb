import { z } from 'zod'
import { GUARD_MODES } from '../../indicator/guard-list.ts'
import { choice, readable, requiredText, text } from '../member.ts'
import { DAY_READING } from './readings.ts'

/** How an entry counts that does not say so: blocking is what a guard is for. */
export const DEFAULT_GUARD_MODE = 'block'

/** An entry of the guard to be added. */
export const NEW_GUARD_ENTRY = z
  .strictObject({
    value: requiredText('A domain, network, address, URL, mail address, hash, CVE or technique, written in any way.'),
    mode: choice('`block` withholds the rules of what is covered, `inform` only says so.', GUARD_MODES).meta({
      default: DEFAULT_GUARD_MODE
    }),
    why: text('The reason, shown wherever the guard shows.'),
    until: readable('The last day on which it counts, in UTC: `2027-03-31`; without end unless given.', DAY_READING)
  })
  .meta({ id: 'NewGuardEntry' })
