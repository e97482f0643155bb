import type { Execution, Outcome } from '../execute-forms.ts'
import type { FormSet } from '../log-form.ts'
import { LOG_SOURCES } from '../log-source.ts'
import { PRODUCTS } from '../product.ts'
import { declaredCell, eventCell, measuredCell, subjectCell } from './cells.ts'
import { list, table } from './markdown.ts'

const remarks = (outcomes: readonly Outcome[], outcome: 'missed' | 'superset'): readonly string[] =>
  outcomes.flatMap(({ form: { form, verdict } }) => {
    if (verdict.outcome !== outcome) return []
    const remedy = verdict.outcome === 'missed' ? ` ${verdict.remedy}` : ''
    return [`${form}: ${verdict.why}${remedy}`]
  })

const titled = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`**${title}**`, list(items)]

/** The log forms of one recipe, with a column per engine that reads them. */
export const formSection = (set: FormSet, executions: readonly Execution[]): string => {
  const columns = executions.filter(({ engine }) => engine.reads(set))
  const declared = columns
    .filter(({ engine }) => engine.outcomes === 'declared')
    .flatMap(({ outcomes }) => outcomes.filter((outcome) => outcome.set === set))
  const cellOf = ({ engine, outcomes }: Execution, { form }: Outcome): string => {
    const outcome = outcomes.find((candidate) => candidate.form === form)
    if (outcome === undefined) return ''
    return engine.outcomes === 'declared' ? declaredCell(outcome) : measuredCell(outcome)
  }
  const rows = declared.map((outcome) => [
    outcome.form.form,
    PRODUCTS[outcome.form.seen].name,
    subjectCell(outcome.subject),
    eventCell(outcome),
    ...columns.map((column) => cellOf(column, outcome))
  ])
  const pipeline = set.pipeline === undefined ? '' : ` Converted with the pipeline \`${set.pipeline}\`.`
  return [
    `## ${set.title}`,
    `Log source: ${LOG_SOURCES[set.logSource]}; field \`${set.field}\`.${pipeline}`,
    table(['log form', 'seen in', 'indicator', 'the log holds', ...columns.map(({ engine }) => engine.name)], rows),
    ...titled('Missed, and what to do', remarks(declared, 'missed')),
    ...titled('Wider than the indicator', remarks(declared, 'superset'))
  ].join('\n\n')
}
