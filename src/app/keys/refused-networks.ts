import { type Instant, INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { Turns } from '../limits/turns.ts'

/** A key from a network that it may not be used from is told of once within so long. */
const WINDOW: Instant = 5 * 60 * INSTANTS_PER_SECOND

/** How many networks are told within that: of one key, and of all keys together. */
const LIMITS = { ofEach: 20, altogether: 1_000 } as const

/** Decides which refusals of keys from foreign networks are told, so that no client can fill the audit trail. */
export class RefusedNetworks {
  readonly #turns = new Turns(LIMITS)
  readonly #told = new Set<string>()
  #from: Instant = 0

  /** Whether this one is to be told. */
  take(keyId: string, network: string, now: Instant): boolean {
    if (Math.abs(now - this.#from) >= WINDOW) this.#renew(now)
    const place = `${keyId} ${network}`
    if (this.#told.has(place) || !this.#turns.take(keyId)) return false
    this.#told.add(place)
    return true
  }

  #renew(now: Instant): void {
    this.#from = now
    this.#turns.renew()
    this.#told.clear()
  }
}
