/** The middle of a series, and the middle of its halves. */
export interface Spread {
  readonly low: number
  readonly median: number
  readonly high: number
}

/** Between the neighbours of a place that is none. `sorted` is not empty. */
const at = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

const UNKNOWN: Spread = { low: Number.NaN, median: Number.NaN, high: Number.NaN }

/** Median and quartiles; NaN of nothing, and where one of the values is NaN. */
export const spreadOf = (values: readonly number[]): Spread => {
  if (values.length === 0 || values.some(Number.isNaN)) return UNKNOWN
  const sorted = values.toSorted((a, b) => a - b)
  return { low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) }
}

/** The median. */
export const medianOf = (values: readonly number[]): number => spreadOf(values).median
