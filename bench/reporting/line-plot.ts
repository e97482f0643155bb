import { medianOf } from '../frame/statistics.ts'
import type { Figure } from '../frame/subject.ts'
import { numberText } from './number-text.ts'
import type { SubjectReport } from './report.ts'
import { dot, drawing, label, type Point, way } from './svg.ts'

const WIDTH = 720
const ACROSS = 3
const CELL_WIDTH = WIDTH / ACROSS
const CELL_HEIGHT = 150
const TOP = 30
const EDGE = { left: 56, right: 20, top: 26, bottom: 24 }

/** Above the highest point, so that no line runs along the edge. */
const ROOM = 1.2

interface Scale {
  readonly point: (figure: Figure) => Point
  /** Where a size stands below the axis. */
  readonly tick: (size: number) => Point
  readonly highest: number
  readonly corners: readonly [top: Point, origin: Point, end: Point]
}

const medianIn = ({ samples }: Figure): number => medianOf(samples.map(({ value }) => value))

/** Sizes by their logarithm from left to right, values from zero upwards. */
const scaleOf = (figures: readonly Figure[], [left, top]: Point): Scale => {
  const sizes = figures.map(({ size = 1 }) => size)
  const smallest = Math.min(...sizes)
  const span = Math.log(Math.max(...sizes) / smallest) || 1
  const highest = Math.max(...figures.map(medianIn)) || 1
  const [floor, ceiling] = [top + CELL_HEIGHT - EDGE.bottom, top + EDGE.top]
  const [first, last] = [left + EDGE.left, left + CELL_WIDTH - EDGE.right]
  const x = (size: number): number => first + (Math.log(size / smallest) / span) * (last - first)
  return {
    point: (figure) => [x(figure.size ?? 1), floor - (medianIn(figure) / (highest * ROOM)) * (floor - ceiling)],
    tick: (size) => [x(size), floor + 15],
    highest,
    corners: [
      [first, ceiling],
      [first, floor],
      [last, floor]
    ]
  }
}

const compact = (size: number): string => size.toLocaleString('en', { notation: 'compact' })

/** How one trial grows: a line for each program. */
const cellOf = (trial: string, figures: readonly Figure[], [left, top]: Point): string => {
  const { point, tick, highest, corners } = scaleOf(figures, [left, top])
  const [, [originX, originY]] = corners
  const lines = [...new Set(figures.map(({ by }) => by))].map((by, index) => {
    const points = figures.filter((figure) => figure.by === by).map(point)
    const side = index === 0 ? 'ours' : 'peer'
    return [way(points, `line ${side}`), ...points.map((each) => dot(each, side))].join('\n')
  })
  const highestY = originY - (CELL_HEIGHT - EDGE.bottom - EDGE.top) / ROOM
  return [
    label([left + 8, top + 14], trial),
    label([originX - 6, highestY + 4], numberText(highest), 'faint', 'end'),
    label([originX - 6, originY], `0 ${figures[0]?.unit ?? ''}`, 'faint', 'end'),
    way(corners, 'axis'),
    ...[...new Set(figures.map(({ size = 1 }) => size))].map((size) =>
      label(tick(size), compact(size), 'faint', 'middle')
    ),
    ...lines
  ].join('\n')
}

/** One small plot for each trial: how it grows with the indicators of the store. */
export const linePlot = ({ title, figures, across = 'indicators in the store' }: SubjectReport): string => {
  const trials = [...new Set(figures.map(({ trial }) => trial))]
  const cells = trials.map((trial, index) => {
    const corner: Point = [(index % ACROSS) * CELL_WIDTH, TOP + Math.floor(index / ACROSS) * CELL_HEIGHT]
    return cellOf(
      trial,
      figures.filter((figure) => figure.trial === trial),
      corner
    )
  })
  const height = TOP + Math.ceil(trials.length / ACROSS) * CELL_HEIGHT
  return drawing(WIDTH, height, `${title}, by ${across}`, cells)
}
