import { ENGINES } from './engines.ts'
import type { Execution } from './execute-forms.ts'
import type { LogCount } from './execute-logs.ts'
import { FORMS } from './forms.ts'
import { formSection } from './page/form-section.ts'
import { logsSection } from './page/logs-section.ts'
import { list } from './page/markdown.ts'
import { totalsSection } from './page/totals-section.ts'

const HEAD = `# Log forms: what rules hit and what they miss

This page is written by \`npm run conformance\`, and the run fails when it is not what the run finds. Each row is an event in the form in which some product logs it. The rules are converted by the real Sigma tools, and their queries run over these events in a database.

- **hit**: the event carries the indicator, and the rule hits it.
- **hit (superset)**: the rule hits an event that is more or other than the indicator.
- **no hit**: the event only resembles the indicator, and the rule leaves it alone.
- **missed**: the event carries the indicator, and the rule does not hit it. What to do about it stands below the table.

The columns:

${list(ENGINES.map(({ name, about }) => `**${name}**: ${about}`))}

A measured \`hit\` stands also where the rule finds a form that Sigma's own comparison misses.`

/** The page of log forms, in Markdown. */
export const logFormsPage = (executions: readonly Execution[], logs: readonly LogCount[]): string =>
  `${[HEAD, totalsSection(executions), ...FORMS.map((set) => formSection(set, executions)), logsSection(logs)].join(
    '\n\n'
  )}\n`
