import { z } from 'zod'
import { TLPS } from '../../indicator/tlp.ts'
import { COUNT, INSTANT, TEXTS } from '../values.ts'

/** A key as answers show it. Nothing of it tells its secret. */
export const KEY = z
  .strictObject({
    id: z.uuid().describe('Stays the same when it is given another secret.'),
    key_prefix: z.string().describe('The first characters of its text.'),
    key_preview: z.string().describe('For lists: it shows nothing of the secret.'),
    name: z.string().describe('What it is for.'),
    account: z.string().describe('Who owns it.'),
    tier: z.string().describe('By which its limits are.'),
    scopes: TEXTS.describe('What it may be used for.'),
    state: z.enum(['live', 'expired', 'revoked']).describe('Whether it is let in.'),
    rate_limit_per_minute: z
      .int()
      .nullable()
      .describe('Requests a minute; `null` where the configuration no longer has its tier.'),
    rate_limit_per_day: z.int().nullable().describe('The same of a day.'),
    allowed_ips: TEXTS.nullable().describe('Addresses and networks in CIDR form; `null` for anywhere.'),
    max_tlp: z.enum(TLPS).nullable().describe('The highest TLP level that it may see; `null` for all.'),
    allowed_feeds: TEXTS.nullable().describe('`null` for all; a restricted key is shown those alone that it may see.'),
    total_requests: COUNT.describe('How often it was used.'),
    last_used_at: INSTANT.nullable().describe('`null` where it never was.'),
    last_used_from: z.string().nullable().describe('The network from which it was used last.'),
    created_at: INSTANT.describe('When it was made.'),
    expires_at: INSTANT.nullable().describe('From when on it is no longer let in; `null` for never.'),
    revoked_at: INSTANT.nullable().describe('Since when it is revoked.'),
    revoked_reason: z.string().nullable().describe('What was said when it was revoked.'),
    previous_secret: z
      .strictObject({ key_prefix: z.string(), until: INSTANT })
      .nullable()
      .describe('The secret that holds beside the newest one, while a rotation lasts.')
  })
  .meta({ id: 'Key' })

/** An example of {@link KEY}. */
export const KEY_EXAMPLE: z.input<typeof KEY> = {
  id: '0d3c5b1e-4f5a-4c8e-9b0a-5d2f0c7e6a11',
  key_prefix: 'sk_live_zIc8',
  key_preview: 'sk_live_••••••••',
  name: 'prod-splunk-2026q3',
  account: 'soc',
  tier: 'pro',
  scopes: ['read:iocs'],
  state: 'live',
  rate_limit_per_minute: 1_000,
  rate_limit_per_day: 1_000_000,
  allowed_ips: ['192.0.2.0/24'],
  max_tlp: null,
  allowed_feeds: null,
  total_requests: 0,
  last_used_at: null,
  last_used_from: null,
  created_at: '2026-05-17T10:00:00.000000Z',
  expires_at: '2026-08-15T10:00:00.000000Z',
  revoked_at: null,
  revoked_reason: null,
  previous_secret: null
}

/** A key with its secret, this once. */
export const MINTED_KEY = z
  .strictObject({
    data: KEY.extend({ key: z.string().describe('The secret, in this answer only.') }),
    meta: z.strictObject({ warning: z.string() })
  })
  .meta({ id: 'MintedKey' })

/** An example of {@link MINTED_KEY}. */
export const MINTED_KEY_EXAMPLE: z.input<typeof MINTED_KEY> = {
  data: { ...KEY_EXAMPLE, key: 'sk_live_zIc8Xw0000000000000000000000000000000000000000000' },
  meta: { warning: 'Store this API key securely. It will not be shown again.' }
}

/** The keys of an account, or of all. */
export const KEY_LIST = z.strictObject({ data: z.array(KEY), meta: z.strictObject({ total: COUNT }) })

/** One key. */
export const ONE_KEY = z.strictObject({ data: KEY })

/** A key is revoked. */
export const REVOKED_KEY = z.strictObject({ success: z.literal(true), message: z.string() })
