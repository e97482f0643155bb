/** The index of the last number below a limit, of numbers in ascending order; 0 where none is. */
export const lastBelow = (numbers: readonly number[], limit: number): number => {
  let low = 0
  let high = numbers.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (Number(numbers[middle]) < limit) low = middle
    else high = middle
  }
  return low
}
