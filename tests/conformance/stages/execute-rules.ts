import type { Stage } from '../bench.ts'
import { runExecutions } from '../execution/run-executions.ts'
import { formatCount } from '../format-count.ts'
import { compareGolden } from '../golden.ts'

/** Converted queries run over a real database and real logs; what they hit is as declared and as published. */
export const executeRules: Stage = async ({ referees, data, update }) => {
  const { forms, logs, differences, page } = await runExecutions({ referees, data, source: 'src' })
  const pairs = forms.reduce((sum, execution) => sum + execution.pairs, 0)
  const events = logs.reduce((sum, log) => sum + log.events, 0)
  return [
    {
      subject: 'executions',
      of: `${formatCount(pairs)} pairs of rule and log form, ${formatCount(events)} real log events`,
      differences
    },
    {
      subject: 'published log forms',
      of: 'docs/log-forms.md',
      differences: compareGolden('docs/log-forms.md', page, update)
    }
  ]
}
