/** How sure a source is, lowest first. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const

/** One of three levels; unstated confidence is `medium`. */
export type Confidence = (typeof CONFIDENCES)[number]

/** The level of a source that states none. */
export const UNSTATED_CONFIDENCE: Confidence = 'medium'

/** A number from 0 to 100, as STIX, ThreatFox and MISP state it; anything outside is unstated. */
export const confidenceOfNumber = (score: number): Confidence | undefined => {
  if (!(score >= 0 && score <= 100)) return undefined
  if (score < 30) return 'low'
  return score < 70 ? 'medium' : 'high'
}

/** The higher of two levels. */
export const higherConfidence = (a: Confidence, b: Confidence): Confidence =>
  CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b
