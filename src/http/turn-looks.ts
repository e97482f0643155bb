import { type Look, lookOnce } from '../app/look.ts'
import type { Services } from './operation.ts'

/**
 * Looks at a store for requests. Those that are read from their connections in one turn of the event loop share a look, since
 * all of them had been sent before it was taken. A request keeps the look it was given.
 */
export const createTurnLooks = ({ store }: Pick<Services, 'store'>): (() => Look) => {
  let ofTurn: Look | undefined
  const look: Look = () => {
    if (ofTurn === undefined) {
      ofTurn = lookOnce(store)
      // Runs before anything else is read: https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
      setImmediate(() => {
        ofTurn = undefined
      })
    }
    return ofTurn()
  }
  return () => lookOnce({ state: look })
}
