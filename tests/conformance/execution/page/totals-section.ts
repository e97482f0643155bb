import type { Execution, Outcome } from '../execute-forms.ts'
import type { Verdict } from '../log-form.ts'
import { measuredCell } from './cells.ts'
import { table } from './markdown.ts'

const CELLS = ['hit', 'hit (superset)', 'no hit', '**missed**']

const declaredAs = (outcomes: readonly Outcome[], outcome: Verdict['outcome']): number =>
  outcomes.filter(({ form }) => form.verdict.outcome === outcome).length

const countsOf = ({ engine, outcomes }: Execution): readonly number[] =>
  engine.outcomes === 'declared'
    ? (['hit', 'superset', 'near miss', 'missed'] as const).map((outcome) => declaredAs(outcomes, outcome))
    : CELLS.map((cell) => outcomes.filter((outcome) => measuredCell(outcome) === cell).length)

/** How much was executed, and how it ended. */
export const totalsSection = (executions: readonly Execution[]): string =>
  [
    '## Totals',
    'Every rule runs over every event of its log source, also over those of other indicators: the last column counts hits on those.',
    table(
      ['', 'rules', 'rule × event', 'hit', 'hit (superset)', 'no hit', 'missed', 'hits on others'],
      executions.map((execution) => [
        execution.engine.name,
        execution.rules,
        execution.pairs,
        ...countsOf(execution),
        execution.strayHits
      ])
    )
  ].join('\n\n')
