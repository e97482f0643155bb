import { join } from 'node:path'
import type { Generation } from '../referees/generation.ts'
import type { Referee } from '../referees/referee.ts'
import { ENGINES } from './engines.ts'
import { executeForms, type Execution } from './execute-forms.ts'
import { executeLogs, type LogCount } from './execute-logs.ts'
import { logFormsPage } from './log-forms-page.ts'
import { rulesOfSource } from './rules-of-source.ts'

/** What executions need. */
export interface ExecutionOptions {
  readonly referees: Readonly<Record<Generation, Referee>>
  /** The folder that holds `feeds/logs`. */
  readonly data: string
  /** The folder whose code writes the rules. */
  readonly source: string
}

/** What came of all executions. */
export interface Executions {
  readonly forms: readonly Execution[]
  readonly logs: readonly LogCount[]
  /** What is not as declared, one sentence each. */
  readonly differences: readonly string[]
  /** The page of log forms, in Markdown. */
  readonly page: string
}

/** Runs the rules of declared indicators over declared log forms, and rules from real logs over these. */
export const runExecutions = async ({ referees, data, source }: ExecutionOptions): Promise<Executions> => {
  const rulesOf = await rulesOfSource(source)
  const forms: Execution[] = []
  for (const engine of ENGINES) forms.push(await executeForms(engine, rulesOf, referees[engine.generation]))
  const logs = await executeLogs(join(data, 'feeds', 'logs'), rulesOf, referees.current)
  return {
    forms,
    logs: logs.counts,
    differences: [...forms.flatMap(({ differences }) => differences), ...logs.differences],
    page: logFormsPage(forms, logs.counts)
  }
}
