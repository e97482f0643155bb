import { RateLimiter } from '../app/rate-limiter.ts'
import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import { Problem } from '../problem/problem.ts'
import { apiKeyOf } from './api-key-headers.ts'
import type { AppParts } from './app-parts.ts'
import type { Caller, Security } from './operation.ts'
import { requireFeature } from './tier-feature.ts'

/** Takes a response header as soon as it is known, so that later refusals carry it too. */
export type SetHeader = (name: string, value: string) => void

/** Lets a request in or refuses it: key, rate, scope and tier, in this order. */
export type Admit = (rawHeaders: readonly string[], security: Security, setHeader: SetHeader) => Promise<Caller>

const EXCEEDED = 'You have exceeded your request limit. Check the X-RateLimit-Reset header for when your quota resets.'

/** The gate of a server; it counts the requests of every key. */
export const createAdmit = ({ keys, clock, settings }: AppParts): Admit => {
  const limiter = new RateLimiter()

  const countRequest = ({ key, tier }: Caller, setHeader: SetHeader): void => {
    const now = clock.now()
    const limits = { perMinute: tier.requestsPerMinute, perDay: tier.requestsPerDay }
    const { allowed, limit, remaining, reset } = limiter.take(key.id, limits, now)
    setHeader('X-RateLimit-Limit', String(limit))
    setHeader('X-RateLimit-Remaining', String(remaining))
    setHeader('X-RateLimit-Reset', String(reset))
    if (allowed) return
    setHeader('Retry-After', String(Math.max(1, Math.ceil(reset - now / INSTANTS_PER_SECOND))))
    throw new Problem('rate_limit_exceeded', EXCEEDED)
  }

  return async (rawHeaders, { scope, feature }, setHeader) => {
    const caller = await keys.verify(apiKeyOf(rawHeaders))
    if (!caller.valid) throw new Problem(caller.code, caller.message)
    countRequest(caller, setHeader)
    if (!caller.key.scopes.includes(scope)) {
      throw new Problem('insufficient_scope', `The API key lacks the scope ${scope}.`, { details: { required: scope } })
    }
    if (feature !== undefined) requireFeature(feature, caller.tier, settings)
    return caller
  }
}
