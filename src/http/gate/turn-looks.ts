import { type Look, lookOnce } from '../../app/look.ts'
import type { Services } from '../operation.ts'

/** Microseconds for which a look is shared, where the turn in which it was taken goes on for longer. */
const SHARED = 1_000

/**
 * Looks at a store for requests as they are read from their connections. Those that one turn of the event loop reads share a
 * look: all of them were under way when it was taken. A request keeps its look.
 */
export const createTurnLooks = ({ store, clock }: Pick<Services, 'store' | 'clock'>): (() => Look) => {
  let shared: { readonly look: Look; readonly until: number } | undefined
  const forget = (): void => {
    shared = undefined
  }
  const look: Look = () => {
    const now = clock.now()
    if (shared === undefined || now >= shared.until) {
      // Runs before anything else is read, unless it is asked for after reading, in the same phase of the turn:
      // https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
      if (shared === undefined) setImmediate(forget)
      shared = { look: lookOnce(store), until: now + SHARED }
    }
    return shared.look()
  }
  return () => lookOnce({ state: look })
}
