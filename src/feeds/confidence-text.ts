import { CONFIDENCES, type Confidence, confidenceOfNumber } from '../indicator/confidence.ts'

/** A confidence as feeds write it: a level, a number from 0 to 100, a percentage, or a share of one such as `0.85`. */
export const parseConfidence = (text: string | undefined): Confidence | undefined => {
  if (text === undefined) return undefined
  const word = text.trim().toLowerCase()
  const level = CONFIDENCES.find((confidence) => confidence === word)
  if (level !== undefined) return level
  const digits = word.endsWith('%') ? word.slice(0, -1).trim() : word
  if (!/^[0-9]+(\.[0-9]+)?$/.test(digits)) return undefined
  const number = Number(digits)
  return confidenceOfNumber(digits.includes('.') && number <= 1 && digits === word ? number * 100 : number)
}
