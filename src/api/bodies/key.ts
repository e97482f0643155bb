import { z } from 'zod'
import { number, readable, requiredText, text, textList } from '../member.ts'
import { DEFAULT_SCOPES, SCOPE_NAMES } from '../scopes.ts'
import {
  DEFAULT_OVERLAP_HOURS,
  LIFE_MUST,
  LONGEST_ACCOUNT,
  LONGEST_FEED_NAME,
  LONGEST_KEY_NAME,
  MOST_DAYS,
  MOST_FEEDS,
  MOST_NETWORKS,
  MOST_OVERLAP_HOURS
} from './bounds.ts'
import { NETWORK_READING, SCOPE_READING, TLP_READING } from './readings.ts'

const LIFE = { error: LIFE_MUST }
const OVERLAP = { error: `it is not between 0 and ${MOST_OVERLAP_HOURS}` }

/** A key to be made. */
export const NEW_KEY = z
  .strictObject({
    name: requiredText('What it is for.', LONGEST_KEY_NAME),
    account: text('The own one unless given.', LONGEST_ACCOUNT),
    tier: text('The own one unless given.'),
    scopes: textList('What it may be used for.', {
      most: SCOPE_NAMES.length,
      mayBeEmpty: false,
      reading: SCOPE_READING
    }).meta({ default: [...DEFAULT_SCOPES] }),
    allowed_ips: textList('Addresses and networks in CIDR form; as the key has it that asks, unless given.', {
      most: MOST_NETWORKS,
      mayBeEmpty: false,
      reading: NETWORK_READING
    }),
    max_tlp: readable('The highest TLP level that it may see, as people write it.', TLP_READING),
    allowed_feeds: textList('The only feeds that it may see.', {
      most: MOST_FEEDS,
      mayBeEmpty: false,
      longest: LONGEST_FEED_NAME
    }),
    expires_in_days: number('From now on.', (days) => days.gt(0, LIFE).max(MOST_DAYS, LIFE))
  })
  .meta({ id: 'NewKey' })

/** Why a key is revoked. */
export const REVOCATION = z.strictObject({ reason: text('For the list of keys.') }).meta({ id: 'Revocation' })

/** How a key is given another secret. */
export const ROTATION = z
  .strictObject({
    overlap_hours: number('For how long the secret of before holds.', (hours) =>
      hours.min(0, OVERLAP).max(MOST_OVERLAP_HOURS, OVERLAP)
    ).meta({ default: DEFAULT_OVERLAP_HOURS })
  })
  .meta({ id: 'Rotation' })
