import type { Instant } from '../indicator/time.ts'

/** A position as cursors write it, to base 36; `undefined` for any other text. */
export const parsePosition = (text: string): Instant | undefined => {
  if (!/^[0-9a-z]{1,11}$/.test(text)) return undefined
  const number = Number.parseInt(text, 36)
  return Number.isSafeInteger(number) ? number : undefined
}
