/** How many turns there are until they are renewed. */
export interface TurnLimits {
  readonly ofEach: number
  readonly altogether: number
}

/** Turns that origins take until they are renewed: so many each, and so many altogether, which bounds what is remembered. */
export class Turns {
  readonly #limits: TurnLimits
  readonly #taken = new Map<string, number>()
  #altogether = 0

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** Takes a turn of an origin, and says whether there was one. */
  take(origin: string): boolean {
    const taken = this.#taken.get(origin) ?? 0
    if (taken >= this.#limits.ofEach || this.#altogether >= this.#limits.altogether) return false
    this.#taken.set(origin, taken + 1)
    this.#altogether += 1
    return true
  }

  /** Gives every turn anew. */
  renew(): void {
    this.#taken.clear()
    this.#altogether = 0
  }
}
