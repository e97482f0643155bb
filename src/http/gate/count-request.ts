import { errorNamed } from '../../api/errors.ts'
import { MinuteTurns } from '../../app/limits/minute-turns.ts'
import type { RateFigures, RateLimits } from '../../app/limits/rate-figures.ts'
import type { Tier } from '../../config/settings.ts'
import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { SetHeader } from '../answers/set-header.ts'
import type { AppParts } from '../app-parts.ts'
import type { Caller } from '../operation.ts'
import type { RequestRecord } from '../records/request-record.ts'

/** Counts the requests of keys and shows what is left. */
export interface RequestCount {
  /** Throws `rate_limit_exceeded` when the key has used up its requests. */
  count(caller: Caller, record: RequestRecord, setHeader: SetHeader): Promise<void>
  /** Takes a request back that was counted, unless the key had too many of them back within a minute. */
  giveBack(caller: Caller, setHeader: SetHeader): Promise<void>
}

/** Requests of each key, and of all, that are taken back within a minute: a key that goes on to ask in vain is bounded, too. */
const TAKEN_BACK = { ofEach: 10, altogether: 10_000 }

/** How many requests the keys of a tier may make. */
export const limitsOf = ({ requestsPerMinute, requestsPerDay }: Tier): RateLimits => ({
  perMinute: requestsPerMinute,
  perDay: requestsPerDay
})

const showFigures = ({ limit, remaining, reset }: RateFigures, setHeader: SetHeader): void => {
  setHeader('X-RateLimit-Limit', String(limit))
  setHeader('X-RateLimit-Remaining', String(remaining))
  setHeader('X-RateLimit-Reset', String(reset))
}

/** Counts requests in the windows of their keys. */
export const createRequestCount = ({ counting, clock }: Pick<AppParts, 'counting' | 'clock'>): RequestCount => {
  const { limiter, usage } = counting
  const turns = new MinuteTurns(TAKEN_BACK)
  return {
    async count({ key, tier }, record, setHeader) {
      const now = clock.now()
      const verdict = await limiter.take(key.id, limitsOf(tier), now)
      showFigures(verdict, setHeader)
      usage.peak({ keyId: key.id, at: now, ...verdict.used })
      if (verdict.allowed) return
      record.isLimited = true
      setHeader('Retry-After', String(Math.max(1, Math.ceil(verdict.reset - now / INSTANTS_PER_SECOND))))
      throw new Problem('rate_limit_exceeded', errorNamed('rate_limit_exceeded').message)
    },
    async giveBack({ key, tier }, setHeader) {
      const now = clock.now()
      if (turns.take(key.id, now)) showFigures(await limiter.giveBack(key.id, limitsOf(tier), now), setHeader)
    }
  }
}
