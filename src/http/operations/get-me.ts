import { GET_ME } from '../../api/operations/get-me.ts'
import { keyObject } from '../administration/key-object.ts'
import { granterOf, surroundingsOf } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { limitsOf } from '../gate/count-request.ts'
import { keyedOperation } from '../operation.ts'

/** What the key that asks may do, and how much of it is left. */
export const getMe = keyedOperation(GET_ME, async (keyed, services) => {
  const { counting, clock, keys } = services
  const { tier } = keyed.caller
  // Read anew, for when it was last used.
  const key = await keys.find(keyed.caller.key.id, granterOf(keyed))
  const { minute, day } = await counting.limiter.peek(key.id, limitsOf(tier), clock.now())
  return answerJson(GET_ME, 200, {
    data: {
      account: key.account,
      tier: tier.name,
      scopes: key.scopes,
      limits: {
        requests_per_minute: tier.requestsPerMinute,
        requests_per_day: tier.requestsPerDay,
        results_per_request: tier.resultsPerRequest,
        lookback_days: tier.lookbackDays,
        formats: tier.formats,
        sigma_export: tier.sigmaExport,
        keys_per_account: tier.keysPerAccount,
        exports_at_once: services.settings.limits.maxExportsPerKey
      },
      remaining: { minute, day },
      live_keys: await keys.liveBeside(key),
      key: keyObject(key, await surroundingsOf(services))
    }
  })
})
