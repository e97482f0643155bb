import { RateLimiter, type RateFigures } from '../app/rate-limiter.ts'
import type { Tier } from '../config/settings.ts'
import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import { Problem } from '../problem/problem.ts'
import type { AppParts } from './app-parts.ts'
import type { Caller, Security } from './operation.ts'
import { requireFeature } from './tier-feature.ts'

/** Takes a response header as soon as it is known, so that later refusals carry it too. */
export type SetHeader = (name: string, value: string) => void

/** The gate of a server. */
export interface Gate {
  /** Lets a request in or refuses it: key, rate, scope and tier, in this order. */
  admit(key: string, security: Security, setHeader: SetHeader): Promise<Caller>
  /** Takes a request back that was let in, but found no place. */
  giveBack(caller: Caller, setHeader: SetHeader): void
}

const EXCEEDED = 'You have exceeded your request limit. Check the X-RateLimit-Reset header for when your quota resets.'

const limitsOf = ({ requestsPerMinute, requestsPerDay }: Tier): { perMinute: number; perDay: number } => ({
  perMinute: requestsPerMinute,
  perDay: requestsPerDay
})

const showFigures = ({ limit, remaining, reset }: RateFigures, setHeader: SetHeader): void => {
  setHeader('X-RateLimit-Limit', String(limit))
  setHeader('X-RateLimit-Remaining', String(remaining))
  setHeader('X-RateLimit-Reset', String(reset))
}

/** A gate that counts the requests of every key. */
export const createGate = ({ keys, clock, settings }: AppParts): Gate => {
  const limiter = new RateLimiter()

  const countRequest = ({ key, tier }: Caller, setHeader: SetHeader): void => {
    const now = clock.now()
    const verdict = limiter.take(key.id, limitsOf(tier), now)
    showFigures(verdict, setHeader)
    if (verdict.allowed) return
    setHeader('Retry-After', String(Math.max(1, Math.ceil(verdict.reset - now / INSTANTS_PER_SECOND))))
    throw new Problem('rate_limit_exceeded', EXCEEDED)
  }

  return {
    async admit(key, { scope, feature }, setHeader) {
      const caller = await keys.verify(key)
      if (!caller.valid) throw new Problem(caller.code, caller.message)
      countRequest(caller, setHeader)
      if (!caller.key.scopes.includes(scope)) {
        throw new Problem('insufficient_scope', `The API key lacks the scope ${scope}.`, {
          details: { required: scope }
        })
      }
      if (feature !== undefined) requireFeature(feature, caller.tier, settings)
      return caller
    },
    giveBack({ key, tier }, setHeader) {
      showFigures(limiter.giveBack(key.id, limitsOf(tier)), setHeader)
    }
  }
}
