import { z } from 'zod'
import { IOC_FORMATS } from '../../config/tiers.ts'
import { COUNT, TEXTS } from '../values.ts'
import { KEY, KEY_EXAMPLE } from './key.ts'

const WINDOW = z
  .strictObject({
    limit: COUNT,
    remaining: COUNT,
    reset: COUNT.describe('Unix seconds.')
  })
  .meta({ id: 'Window' })

/** What a key may do, and how much of it is left. */
export const ME = z.strictObject({
  data: z
    .strictObject({
      account: z.string(),
      tier: z.string(),
      scopes: TEXTS,
      limits: z.strictObject({
        requests_per_minute: COUNT,
        requests_per_day: COUNT,
        results_per_request: COUNT,
        lookback_days: COUNT,
        formats: z.array(z.enum(IOC_FORMATS)),
        sigma_export: z.boolean(),
        keys_per_account: COUNT
      }),
      remaining: z.strictObject({ minute: WINDOW, day: WINDOW }),
      key: KEY
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
      keys_per_account: 50
    },
    remaining: {
      minute: { limit: 1_000, remaining: 999, reset: 1_779_012_060 },
      day: { limit: 1_000_000, remaining: 999_999, reset: 1_779_098_400 }
    },
    key: KEY_EXAMPLE
  }
}
