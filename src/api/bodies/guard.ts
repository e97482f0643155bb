import { z } from 'zod'
import { GUARD_MODES } from '../../indicator/guard-list.ts'
import { choice, requiredText, text } from '../member.ts'

/** An entry of the guard to be added. */
export const NEW_GUARD_ENTRY = z
  .strictObject({
    value: requiredText('A domain, network, address, URL, mail address, hash, CVE or technique, written in any way.'),
    mode: choice(
      '`block` withholds the rules of what is covered, `inform` only says so; `block` unless given.',
      GUARD_MODES
    ),
    why: text('The reason, shown wherever the guard shows.'),
    until: text('The last day on which it counts, in UTC: `2027-03-31`; without end unless given.')
  })
  .meta({ id: 'NewGuardEntry' })
