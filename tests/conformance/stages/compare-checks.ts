import type { Stage } from '../bench.ts'
import { formatCount } from '../format-count.ts'
import { CASES } from '../own-checks/cases.ts'
import { compareOwnChecks } from '../own-checks/compare.ts'
import { DELIBERATE } from '../own-checks/deliberate.ts'
import { programOf } from '../referees/generation.ts'

/** `sigmill check` finds in faulty files what pySigma, its core validators and the JSON schema find. */
export const compareChecks: Stage = ({ data }) => {
  const differences = compareOwnChecks(programOf('current', 'python'), data)
  return Promise.resolve([
    {
      subject: 'sigmill check beside pySigma',
      of: `${formatCount(CASES.length)} cases, ${DELIBERATE.length} deliberate differences`,
      differences: differences.map(
        ({ name, ours, theirs, missing }) =>
          `${name}: ${missing.join(', ')} (ours: ${ours.join(', ') || 'nothing'}; theirs: ${theirs.join(', ') || 'nothing'})`
      )
    }
  ])
}
