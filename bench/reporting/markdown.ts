import type { Noise } from '../frame/machine.ts'
import { medianOf, spreadOf } from '../frame/statistics.ts'
import type { Figure, Verdict } from '../frame/subject.ts'
import { isReached, judgedValue } from '../frame/verdicts.ts'
import { goalText } from './goal-text.ts'
import { folded } from './folded.ts'
import { numberText } from './number-text.ts'
import type { Report, SubjectReport } from './report.ts'
import { profileText } from './profile-text.ts'
import { table } from './table.ts'
import { takenText } from './taken-text.ts'

/** Above this share of the cores, a reader has to know that others were at work. */
const NOISY = 0.15

const quartilesText = (values: readonly number[]): string => {
  const { low, high } = spreadOf(values)
  return `${numberText(low)} – ${numberText(high)}`
}

/** The middle of what was counted beside the figure, where it was. */
const besides = (values: readonly (number | undefined)[]): string => {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? '' : numberText(medianOf(known))
}

const trialText = ({ trial, size }: Figure, across: string): string =>
  size === undefined ? trial : `${trial}, ${size.toLocaleString('en')} ${across}`

const valuesOf = ({ samples }: Figure): readonly number[] => samples.map(({ value }) => value)

const figureRow = (figure: Figure, across: string): readonly string[] => [
  trialText(figure, across),
  figure.by,
  `**${numberText(medianOf(valuesOf(figure)))}**`,
  quartilesText(valuesOf(figure)),
  figure.unit,
  besides(figure.samples.map(({ microseconds }) => microseconds)),
  besides(figure.samples.map(({ peakMB }) => peakMB))
]

const REACHED = { true: 'yes', false: '**no**', undefined: '' } as const

const verdictRow = (verdict: Verdict): readonly string[] => [
  verdict.trial,
  verdict.what,
  `**${numberText(judgedValue(verdict))}**${verdict.judgedBy === 'worst' ? ', at worst' : ''}`,
  quartilesText(verdict.values),
  goalText(verdict.goal),
  REACHED[`${isReached(verdict)}`]
]

const noiseText = ({ load, busyShare }: Noise): string => {
  const share = Math.round(busyShare * 100)
  const said = `Others kept ${share} % of the cores busy just before; load of the last minute: ${load.toFixed(1)}.`
  return busyShare > NOISY ? `**A noisy machine.** ${said}` : said
}

const VERDICT_HEAD = ['trial', 'what', 'reached', 'quartiles', 'goal', 'as wanted']
const FIGURE_HEAD = ['trial', 'by', 'median', 'quartiles', 'unit', 'µs of processor each', 'peak MB']

/** The tables of one subject. */
export const subjectTables = (subject: SubjectReport): string => {
  const { figures, verdicts, notes, noise, across = 'indicators', profile } = subject
  const all = table(
    FIGURE_HEAD,
    figures.map((figure) => figureRow(figure, across))
  )
  return [
    ...(verdicts.length === 0 ? [all] : [table(VERDICT_HEAD, verdicts.map(verdictRow)), folded('All figures', all)]),
    [noiseText(noise), ...notes].map((note) => `- ${note}`).join('\n'),
    ...(profile === undefined ? [] : [profileText(profile)])
  ].join('\n\n')
}

/** A report for people. Plots are expected beside it. */
export const reportText = (report: Report): string => {
  const subjects = report.subjects.map((subject) =>
    [
      `## ${subject.title}`,
      subject.measures,
      `Goal: ${subject.goal}.`,
      `![${subject.title}](${subject.name}.svg)`,
      subjectTables(subject)
    ].join('\n\n')
  )
  return `${['# What was measured', takenText(report), ...subjects].join('\n\n')}\n`
}
