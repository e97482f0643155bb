/** Bounds of a bucket differ by this factor: four buckets to a doubling. */
const FACTOR = 2 ** (1 / 4)

/** The upper bound of the first bucket, in microseconds. */
const FIRST = 100

/** Up to about half an hour; what takes longer counts there. */
const BUCKETS = 96

/**
 * The bucket of a latency in microseconds. Buckets grow by 19 %, so that a latency which is read from the middle of its
 * bucket is wrong by at most 9 %, from 0.1 ms on.
 */
export const latencyBucket = (micros: number): number =>
  Math.min(BUCKETS, Math.max(0, Math.ceil(Math.log(micros / FIRST) / Math.log(FACTOR))))

/** The middle of a bucket, in milliseconds. */
const middleOf = (bucket: number): number => (FIRST * FACTOR ** (bucket - 0.5)) / 1_000

/** The latency in milliseconds below which a share of all lies; 0 where there is none. */
export const latencyAt = (share: number, counts: ReadonlyMap<number, number>): number => {
  const inOrder = [...counts].sort(([a], [b]) => a - b)
  const all = inOrder.reduce((sum, [, count]) => sum + count, 0)
  let reached = 0
  for (const [bucket, count] of inOrder) {
    reached += count
    if (reached >= share * all) return middleOf(bucket)
  }
  return 0
}
