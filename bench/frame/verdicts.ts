import { medianOf } from './statistics.ts'
import type { Figure, Goal, Sample, Verdict } from './subject.ts'

const values = (samples: readonly Sample[]): readonly number[] => samples.map(({ value }) => value)

/** Ours in each round against the other's in the same round. */
const ratios = (
  ours: readonly Sample[],
  others: readonly Sample[],
  ratioOf: (our: Sample, other: Sample) => number
): readonly number[] =>
  ours.flatMap((our, round) => {
    const other = others[round]
    return other === undefined ? [] : [ratioOf(our, other)]
  })

/** How often the other's processor time we take for one of what is counted: stated, since a busy machine does not bend it. */
const processorRatio = ({ trial, by, samples }: Figure, peer: Figure): readonly Verdict[] => {
  const values = ratios(samples, peer.samples, (our, other) => (our.microseconds ?? 0) / (other.microseconds ?? 0))
  const isKnown = values.every((value) => Number.isFinite(value) && value > 0)
  return isKnown
    ? [{ trial, what: `processor of ${by} against that of ${peer.by}`, values, judgedBy: 'median', goal: undefined }]
    : []
}

/** What we reached in each round against the peer in the same round. A peer that is missing gives no verdict. */
export const againstPeer = (figures: readonly Figure[], peer: string, goal: Goal | undefined): readonly Verdict[] => {
  const other = figures.find(({ by, isPeer }) => isPeer && by === peer)
  if (other === undefined) return []
  const line = goal === undefined ? {} : { line: goal.value * medianOf(values(other.samples)) }
  return figures
    .filter(({ isPeer }) => !isPeer)
    .flatMap((figure) => [
      {
        trial: figure.trial,
        what: `${figure.by} against ${peer}`,
        values: ratios(figure.samples, other.samples, (our, its) => our.value / its.value),
        judgedBy: 'median' as const,
        goal,
        ...line
      },
      ...processorRatio(figure, other)
    ])
}

/** What we reached as such. */
export const asSuch = (
  figures: readonly Figure[],
  goal: Goal,
  judgedBy: Verdict['judgedBy'] = 'median'
): readonly Verdict[] =>
  figures
    .filter(({ isPeer }) => !isPeer)
    .map(({ trial, by, samples }) => ({ trial, what: by, values: values(samples), judgedBy, goal, line: goal.value }))

/** The same of the greatest memory that was held, in any round. */
export const peaks = (figures: readonly Figure[], goal: Goal): readonly Verdict[] =>
  figures
    .filter(({ isPeer }) => !isPeer)
    .map(({ trial, by, samples }) => ({
      trial,
      what: `memory of ${by}`,
      values: samples.map(({ peakMB = Number.NaN }) => peakMB),
      judgedBy: 'worst',
      goal
    }))

/** The figure that is held against the goal; NaN where a round gave none. */
export const judgedValue = ({ values: reached, judgedBy, goal }: Verdict): number => {
  if (judgedBy === 'median') return medianOf(reached)
  return goal?.bound === 'at least' ? Math.min(...reached) : Math.max(...reached)
}

/** Whether it is as wanted, which what was not measured is not; `undefined` where nothing is wanted. */
export const isReached = (verdict: Verdict): boolean | undefined => {
  const { goal } = verdict
  if (goal === undefined) return undefined
  const judged = judgedValue(verdict)
  return goal.bound === 'at least' ? judged >= goal.value : judged <= goal.value
}
