import { medianOf, spreadOf } from '../frame/statistics.ts'
import type { Figure } from '../frame/subject.ts'
import { numberText } from './number-text.ts'
import type { Report } from './report.ts'

const medianText = ({ samples, unit }: Figure): string =>
  `${numberText(medianOf(samples.map(({ value }) => value)))} ${unit}`

/** How one does against the other in each round: above 1 where it is better. */
const betterBy = ({ samples, better }: Figure, other: Figure): readonly number[] =>
  samples.map(({ value }, round) => {
    const against = other.samples[round]?.value ?? Number.NaN
    return better === 'more' ? value / against : against / value
  })

const row = (title: string, figure: Figure, other: Figure): string => {
  const { low, median, high } = spreadOf(betterBy(figure, other))
  const size = figure.size === undefined ? '' : `, ${figure.size.toLocaleString('en')}`
  const ratio = [`**${numberText(median)}**`, `${numberText(low)} – ${numberText(high)}`]
  return `| ${[`${title}: ${figure.trial}${size}`, medianText(other), medianText(figure), ...ratio].join(' | ')} |`
}

/** Two programs side by side, trial by trial. */
export const compareText = ({ subjects, programs: [ours = '', other = ''] }: Report): string => {
  const rows = subjects.flatMap(({ title, figures }) =>
    figures
      .filter(({ by }) => by === ours)
      .flatMap((figure) => {
        const { trial, size } = figure
        const beside = figures.find((each) => each.trial === trial && each.size === size && each.by === other)
        return beside === undefined ? [] : [row(title, figure, beside)]
      })
  )
  return [`| trial | ${other} | ${ours} | better by | quartiles |`, '|---|---|---|---|---|', ...rows].join('\n')
}
