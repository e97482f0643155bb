/**
 * A map of bounded size that keeps what was asked for lately: at least the last `generation` entries, at most twice as
 * many. Entries go a generation at a time, which costs nothing per entry.
 */
export class Recent<Key, Value> {
  readonly #generation: number
  #young = new Map<Key, Value>()
  #old = new Map<Key, Value>()

  constructor(generation: number) {
    this.#generation = generation
  }

  /** Whether it is kept; asking so does not keep it any longer. */
  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key)
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: Key, value: Value): void {
    this.#young.set(key, value)
    if (this.#young.size < this.#generation) return
    this.#old = this.#young
    this.#young = new Map()
  }

  clear(): void {
    this.#young = new Map()
    this.#old = new Map()
  }
}
