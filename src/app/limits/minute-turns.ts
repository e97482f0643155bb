import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import { type TurnLimits, Turns } from './turns.ts'

const MINUTE: Instant = 60 * INSTANTS_PER_SECOND

/** Turns that are renewed with the first one that is asked for after a minute. */
export class MinuteTurns {
  readonly #turns: Turns
  #from: Instant = 0

  constructor(limits: TurnLimits) {
    this.#turns = new Turns(limits)
  }

  /** Takes a turn of an origin, and says whether there was one. A clock that steps back makes no minute longer. */
  take(origin: string, now: Instant): boolean {
    this.#from = Math.min(this.#from, now)
    if (now - this.#from >= MINUTE) {
      this.#turns.renew()
      this.#from = now
    }
    return this.#turns.take(origin)
  }
}
