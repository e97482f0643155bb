import type { Clock } from '../../platform/clock.ts'
import type { Logger } from '../../platform/log.ts'
import type { CounterStore } from '../../store/counter-store.ts'
import { dayOfInstant, type Day } from '../../indicator/time.ts'
import { AuditNotes } from '../audit/audit-notes.ts'
import { RateLimiter } from '../limits/rate-limiter.ts'
import { UsageNotes } from '../usage/usage-notes.ts'
import { USAGE_DAYS } from '../../api/parameters/days.ts'
import type { Rider } from './rider.ts'

/** What a server counts in memory, and writes now and then. */
export interface Counting {
  readonly limiter: RateLimiter
  readonly usage: UsageNotes
  /** Records that may be lost with the process, of the time since the last flush. */
  readonly audit: AuditNotes
  /** Writes what has gathered, in one transaction. A failure is logged, and everything kept for the next time. */
  flush(): Promise<void>
}

/** What {@link createCounting} stands on. */
export interface CountingParts {
  readonly counters: CounterStore
  readonly clock: Clock
  readonly log: Logger
  readonly riders?: readonly Rider[]
}

/** Counts over a store. */
export const createCounting = ({ counters, clock, log, riders = [] }: CountingParts): Counting => {
  const limiter = new RateLimiter(counters)
  const usage = new UsageNotes()
  const audit = new AuditNotes()
  let forgotten: Day | undefined
  let last: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    for (const ride of riders) await ride()
    const now = clock.now()
    const batch = { now, requests: limiter.handOver(), usage: usage.take(), audit: audit.take() }
    if (batch.requests.length + batch.usage.length + batch.audit.length === 0) return
    try {
      limiter.takeOver(await counters.write(batch), now)
    } catch (error) {
      limiter.keep(batch.requests)
      usage.putBack(batch.usage)
      audit.putBack(batch.audit)
      throw error
    }
  }

  const forget = async (): Promise<void> => {
    const today = dayOfInstant(clock.now())
    if (forgotten === today) return
    await counters.forget(today - USAGE_DAYS + 1)
    forgotten = today
  }

  const flush = async (): Promise<void> => {
    try {
      await write()
      await forget()
    } catch (error) {
      log.error('counts not written', { error })
    }
  }

  return {
    limiter,
    usage,
    audit,
    async flush() {
      last = last.then(flush)
      await last
    }
  }
}
