import { spreadOf } from '../frame/statistics.ts'
import type { Figure } from '../frame/subject.ts'
import { numberText } from './number-text.ts'
import type { SubjectReport } from './report.ts'
import { drawing, label, rectangle, way } from './svg.ts'

const WIDTH = 720
const LEFT = 110
/** Room for the figure behind the longest bar. */
const RIGHT = 150
const TOP = 30
const HEAD = 26
const BAR = 18
const STEP = 26
const GAP = 10

/** One trial; each has a scale of its own, since their units differ. */
interface Panel {
  readonly trial: string
  readonly figures: readonly Figure[]
  readonly goal: number | undefined
}

const panelsOf = ({ figures, verdicts }: SubjectReport): readonly Panel[] =>
  [...new Set(figures.map(({ trial }) => trial))].map((trial) => ({
    trial,
    figures: figures.filter((figure) => figure.trial === trial),
    goal: verdicts.find((verdict) => verdict.trial === trial && verdict.line !== undefined)?.line
  }))

const valuesOf = ({ samples }: Figure): readonly number[] => samples.map(({ value }) => value)

const barOf = (figure: Figure, y: number, at: (value: number) => number): string => {
  const { low, median, high } = spreadOf(valuesOf(figure))
  const middle = y + BAR / 2
  return [
    label([LEFT - 8, middle + 4], figure.by, 'text', 'end'),
    rectangle([LEFT, y], at(median) - LEFT, BAR, figure.isPeer ? 'peer' : 'ours'),
    way(
      [
        [at(low), middle],
        [at(high), middle]
      ],
      'spread'
    ),
    label([at(high) + 6, middle + 4], `${numberText(median)} ${figure.unit}`)
  ].join('\n')
}

const panelOf = ({ trial, figures, goal }: Panel, top: number): string => {
  const highest = Math.max(...figures.flatMap(valuesOf), goal ?? 0) || 1
  const at = (value: number): number => LEFT + (value / highest) * (WIDTH - LEFT - RIGHT)
  const first = top + HEAD
  const line =
    goal === undefined
      ? []
      : [
          way(
            [
              [at(goal), first - 4],
              [at(goal), first + figures.length * STEP]
            ],
            'goal'
          ),
          label([at(goal), first - 8], 'goal', 'faint', 'middle')
        ]
  return [
    label([8, first - 8], trial, 'faint'),
    ...figures.map((figure, index) => barOf(figure, first + index * STEP, at)),
    ...line
  ].join('\n')
}

/** Bars with their quartiles, and a line where the goal lies. */
export const barPlot = (subject: SubjectReport): string => {
  const panels: string[] = []
  let top = TOP
  for (const panel of panelsOf(subject)) {
    panels.push(panelOf(panel, top))
    top += HEAD + panel.figures.length * STEP + GAP
  }
  return drawing(WIDTH, top, subject.title, panels)
}
