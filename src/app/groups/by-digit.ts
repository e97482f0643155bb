/** The hexadecimal digits in their order. */
export const DIGITS: readonly string[] = Array.from({ length: 16 }, (_, digit) => digit.toString(16))

/** Items by the digit at a place of their ids, in their order. */
export const byDigit = <T>(
  items: readonly T[],
  place: number,
  digitsOf: (item: T) => string
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const digit = digitsOf(item).charAt(place)
    const group = groups.get(digit)
    if (group === undefined) groups.set(digit, [item])
    else group.push(item)
  }
  return groups
}
