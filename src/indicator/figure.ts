/**
 * A whole number that is not negative, with a comma before every three digits. Written by hand because Node's tables for it
 * take longer to load than most commands take.
 */
export const figure = (whole: number): string => {
  const digits = String(whole)
  const first = digits.length % 3
  const groups = first === 0 ? [] : [digits.slice(0, first)]
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3))
  return groups.join(',')
}
