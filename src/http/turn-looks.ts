import { type Look, lookOnce } from '../app/look.ts'
import type { Services } from './operation.ts'

/**
 * Looks at a store for requests as they are read from their connections. Those that one turn of the event loop reads share a
 * look: all of them were under way when it was taken. Of each request, the look stays what it was.
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
