import { INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Instant } from '../../indicator/time.ts'
import type { BucketCount } from '../../store/counter-store.ts'

const BUCKETS = 60

/** The width of a bucket of a rolling minute. */
export const MINUTE_BUCKET: Instant = INSTANTS_PER_SECOND

/** The width of a bucket of a rolling day. */
export const DAY_BUCKET: Instant = (SECONDS_PER_DAY * INSTANTS_PER_SECOND) / BUCKETS

/** Where a bucket is counted; those before 1970 are the empty ones of a new window. */
const slotOf = (bucket: number): number => ((bucket % BUCKETS) + BUCKETS) % BUCKETS

const addTo = (counts: Map<number, number>, bucket: number, count: number): void => {
  counts.set(bucket, (counts.get(bucket) ?? 0) + count)
}

/**
 * A rolling window of 60 buckets, of which the oldest counts whole. What is counted here is handed over now and then, to
 * be added to what others count, and comes back with it.
 */
export class RollingWindow {
  readonly #width: Instant
  readonly #counts = Array.from({ length: BUCKETS }, () => 0)
  /** Counted here, and not yet known to be kept: what is under way, and what came since. */
  #handedOver = new Map<number, number>()
  #fresh = new Map<number, number>()
  #newest = 0
  #sum = 0

  constructor(width: Instant) {
    this.#width = width
  }

  /**
   * Lets buckets leave that the window has passed. A clock that steps back frees nothing: what lies ahead of it counts as
   * of this moment.
   */
  advance(now: Instant): void {
    const bucket = Math.floor(now / this.#width)
    if (bucket < this.#newest) this.#stepBack(bucket)
    if (bucket - this.#newest >= BUCKETS) {
      this.#clear()
      this.#newest = bucket
    }
    while (this.#newest < bucket) {
      this.#newest++
      const slot = slotOf(this.#newest)
      this.#sum -= this.#counts[slot] ?? 0
      this.#counts[slot] = 0
    }
  }

  get used(): number {
    return this.#sum
  }

  count(): void {
    this.#add(this.#newest, 1)
    addTo(this.#fresh, this.#newest, 1)
  }

  /** Takes the youngest count back. */
  uncount(): void {
    for (let bucket = this.#newest; bucket > this.#newest - BUCKETS; bucket--) {
      if ((this.#counts[slotOf(bucket)] ?? 0) === 0) continue
      this.#add(bucket, -1)
      addTo(this.#fresh, bucket, -1)
      return
    }
  }

  /** When enough buckets have left for `most` to be under way again, in Unix seconds. */
  freeAt(most: number): number {
    let left = this.#sum
    for (let bucket = this.#newest - BUCKETS + 1; bucket <= this.#newest; bucket++) {
      const count = this.#counts[slotOf(bucket)] ?? 0
      if (count === 0) continue
      left -= count
      if (left <= most) return Math.ceil(((bucket + BUCKETS) * this.#width) / INSTANTS_PER_SECOND)
    }
    return Math.ceil(((this.#newest + 1) * this.#width) / INSTANTS_PER_SECOND)
  }

  /** What was counted here since it was last handed over. */
  handOver(): readonly BucketCount[] {
    for (const [bucket, count] of this.#fresh) addTo(this.#handedOver, bucket, count)
    this.#fresh = new Map()
    return [...this.#handedOver].map(([bucket, count]) => ({ bucket, count })).filter(({ count }) => count !== 0)
  }

  /**
   * Takes what is kept of all, with what was handed over in it; what was counted here since comes on top. What lies ahead
   * of a clock that stepped back counts as of this moment.
   */
  takeOver(kept: readonly BucketCount[], now: Instant): void {
    this.#handedOver = new Map()
    this.#clear()
    // Requests may have come while it was written.
    this.#newest = Math.max(this.#newest, Math.floor(now / this.#width))
    const fresh = [...this.#fresh].map(([bucket, count]) => ({ bucket, count }))
    for (const { bucket, count } of [...kept, ...fresh]) {
      if (this.#newest - bucket < BUCKETS) this.#add(Math.min(bucket, this.#newest), count)
    }
  }

  #stepBack(to: number): void {
    const ahead = Math.min(this.#newest - to, BUCKETS)
    let moved = 0
    for (let bucket = this.#newest - ahead + 1; bucket <= this.#newest; bucket++) {
      moved += this.#counts[slotOf(bucket)] ?? 0
      this.#counts[slotOf(bucket)] = 0
    }
    this.#newest = to
    this.#counts[slotOf(to)] = (this.#counts[slotOf(to)] ?? 0) + moved
  }

  #add(bucket: number, count: number): void {
    const slot = slotOf(bucket)
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count
    this.#sum += count
  }

  #clear(): void {
    this.#counts.fill(0)
    this.#sum = 0
  }
}
