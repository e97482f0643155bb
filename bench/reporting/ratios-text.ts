import type { Verdict } from '../frame/subject.ts'
import { judgedValue } from '../frame/verdicts.ts'
import { goalText } from './goal-text.ts'
import { numberText } from './number-text.ts'
import type { Report, SubjectReport } from './report.ts'
import { table } from './table.ts'

/** Of so many ratios of a subject, only the worst is told. */
const MANY = 4

const rowOf = (title: string, what: string, verdict: Verdict): readonly string[] => [
  title,
  what,
  `${numberText(judgedValue(verdict))} ×`,
  goalText(verdict.goal)
]

const worstOf = (verdicts: readonly Verdict[]): Verdict | undefined => {
  const sign = verdicts[0]?.goal?.bound === 'at least' ? 1 : -1
  const [worst] = verdicts.toSorted((a, b) => sign * (judgedValue(a) - judgedValue(b)))
  return worst
}

const rowsOf = ({ title, verdicts }: SubjectReport): readonly (readonly string[])[] => {
  const ratios = verdicts.filter(({ goal }) => goal?.unit === '×')
  const worst = worstOf(ratios)
  if (worst === undefined) return []
  if (ratios.length >= MANY) return [rowOf(title, `the worst of ${ratios.length}: ${worst.trial}`, worst)]
  return ratios.map((verdict) => rowOf(title, `${verdict.trial}: ${verdict.what}`, verdict))
}

/** What was reached against what, of all subjects, in one table. */
export const ratiosText = ({ subjects }: Report): string =>
  table(['', 'what', 'reached', 'wanted'], subjects.flatMap(rowsOf))
