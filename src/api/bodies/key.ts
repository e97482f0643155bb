import { z } from 'zod'
import { number, requiredText, text, textList } from '../member.ts'

const MOST_DAYS = 3_650
const MOST_OVERLAP_HOURS = 720

const LIFE = { error: `a key lives more than 0 and at most ${MOST_DAYS} days` }
const OVERLAP = { error: `it is not between 0 and ${MOST_OVERLAP_HOURS}` }

/** A key to be made. */
export const NEW_KEY = z
  .strictObject({
    name: requiredText('At most 100 characters.'),
    account: text('At most 64 characters; the own one unless given.'),
    tier: text('The own one unless given.'),
    scopes: textList('`read:iocs` unless given.'),
    allowed_ips: textList('Addresses and networks in CIDR form; as the key has it that asks, unless given.'),
    max_tlp: text('The highest TLP level that it may see.'),
    allowed_feeds: textList('The only feeds that it may see.'),
    expires_in_days: number('From now on.', (days) => days.gt(0, LIFE).max(MOST_DAYS, LIFE))
  })
  .meta({ id: 'NewKey' })

/** Why a key is revoked. */
export const REVOCATION = z.strictObject({ reason: text('For the list of keys.') }).meta({ id: 'Revocation' })

/** How a key is given another secret. */
export const ROTATION = z
  .strictObject({
    overlap_hours: number('For how long the secret of before holds; 24 unless given.', (hours) =>
      hours.min(0, OVERLAP).max(MOST_OVERLAP_HOURS, OVERLAP)
    )
  })
  .meta({ id: 'Rotation' })
