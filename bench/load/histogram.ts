/** Buckets in each doubling: a percentile is at most 3 % too high. */
const IN_A_DOUBLING = 24
const LONGEST_SECONDS = 4_096
const PER_MILLISECOND = 1_000

/** Counts latencies in buckets that grow with them, so that millions take no memory. */
export class Histogram {
  readonly #buckets = new Uint32Array(Math.ceil(Math.log2(LONGEST_SECONDS * 1_000_000) * IN_A_DOUBLING) + 1)
  #count = 0
  #greatest = Number.NaN

  get count(): number {
    return this.#count
  }

  /** The longest of them, in milliseconds; NaN when there is nothing. */
  get greatest(): number {
    return this.#greatest
  }

  add(milliseconds: number): void {
    const micros = Math.max(1, milliseconds * PER_MILLISECOND)
    const bucket = Math.min(this.#buckets.length - 1, Math.ceil(Math.log2(micros) * IN_A_DOUBLING))
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1
    this.#count += 1
    if (!(milliseconds <= this.#greatest)) this.#greatest = milliseconds
  }

  /** The milliseconds that such a share of what was counted did not exceed; NaN when there is nothing. */
  percentile(share: number): number {
    if (this.#count === 0) return Number.NaN
    const wanted = Math.ceil(this.#count * share)
    let seen = 0
    const bucket = this.#buckets.findIndex((count) => (seen += count) >= wanted)
    return 2 ** (bucket / IN_A_DOUBLING) / PER_MILLISECOND
  }
}
