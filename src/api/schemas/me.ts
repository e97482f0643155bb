import { z } from 'zod'
import { IOC_FORMATS } from '../../config/tiers.ts'
import { COUNT, TEXTS } from '../values.ts'
import { KEY, KEY_EXAMPLE } from './key.ts'

const WINDOW = z
  .strictObject({
    limit: COUNT.describe('Requests in the window.'),
    remaining: COUNT.describe('How many of them are left.'),
    reset: COUNT.describe(
      'Unix seconds: when the next request passes if none is left, else when the oldest ones leave the window.'
    )
  })
  .meta({ id: 'Window' })

/** What a key may do, and how much of it is left. */
export const ME = z.strictObject({
  data: z
    .strictObject({
      account: z.string().describe('Who owns the key.'),
      tier: z.string().describe('By which the limits are.'),
      scopes: TEXTS.describe('What the key may be used for.'),
      limits: z.strictObject({
        requests_per_minute: COUNT.describe('Of this key.'),
        requests_per_day: COUNT.describe('Of this key.'),
        results_per_request: COUNT.describe('The most that `limit` may ask for.'),
        lookback_days: COUNT.describe('What no source saw for so many days is left out.'),
        formats: z.array(z.enum(IOC_FORMATS)).describe('Forms of `GET /api/v1/iocs`.'),
        sigma_export: z.boolean().describe('Whether the tier includes the Sigma export.'),
        keys_per_account: COUNT.describe('The most live keys of this tier that the account may hold.'),
        exports_at_once: COUNT.describe('Of the key, streams included.')
      }),
      remaining: z
        .strictObject({ minute: WINDOW, day: WINDOW })
        .describe('Of the requests of the last minute and of the last 24 hours.'),
      live_keys: COUNT.describe('Of the account and tier, this one included; against `keys_per_account`.'),
      key: KEY.describe('The key that asks.')
    })
    .meta({ id: 'Me' })
})

/** An example of {@link ME}. */
export const ME_EXAMPLE: z.input<typeof ME> = {
  data: {
    account: 'soc',
    tier: 'pro',
    scopes: ['read:iocs'],
    limits: {
      requests_per_minute: 1_000,
      requests_per_day: 1_000_000,
      results_per_request: 10_000,
      lookback_days: 365,
      formats: ['json', 'csv', 'txt'],
      sigma_export: true,
      keys_per_account: 50,
      exports_at_once: 8
    },
    remaining: {
      minute: { limit: 1_000, remaining: 999, reset: 1_779_012_060 },
      day: { limit: 1_000_000, remaining: 999_999, reset: 1_779_098_400 }
    },
    live_keys: 1,
    key: KEY_EXAMPLE
  }
}
