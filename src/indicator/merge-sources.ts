import { compareCodePoints } from './code-points.ts'
import { higherConfidence } from './confidence.ts'
import type { Indicator, Source } from './indicator.ts'
import { mergeContexts } from './make-context.ts'
import type { Seconds } from './time.ts'

/** What an indicator owes to its sources. */
export type MergedSources = Pick<Indicator, 'confidence' | 'firstSeen' | 'lastSeen' | 'feeds' | 'context'>

const earlier = (a: Seconds | undefined, b: Seconds | undefined): Seconds | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)

const alone = ({ feed, confidence, firstSeen, lastSeen, context }: Source): MergedSources => ({
  confidence,
  firstSeen,
  lastSeen,
  feeds: [feed],
  context
})

/** Merges the live sources of one indicator, at least one, whatever their order. */
export const mergeSources = (sources: readonly Source[]): MergedSources => {
  const [first, second] = sources
  if (first === undefined) throw new RangeError('an indicator has at least one source')
  if (second === undefined) return alone(first)
  return {
    confidence: sources.map(({ confidence }) => confidence).reduce(higherConfidence),
    firstSeen: sources.map(({ firstSeen }) => firstSeen).reduce(earlier),
    lastSeen: sources.map(({ lastSeen }) => lastSeen).reduce((a, b) => Math.max(a, b)),
    feeds: [...new Set(sources.map(({ feed }) => feed))].sort(compareCodePoints),
    context: mergeContexts(sources.map(({ context }) => context))
  }
}
