/** Digits that mean something. */
const SIGNIFICANT = 3

/** A figure for people: `135,561`, `7.42`, `0.0031`. */
export const numberText = (value: number): string => {
  if (!Number.isFinite(value)) return 'none'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(SIGNIFICANT)))
}
