/** Gives whole numbers from 0 up to, and without, a bound. */
export type Random = (below: number) => number

/** A fixed linear congruential generator (Numerical Recipes), so that every run measures the same values. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
