import type { Report, SubjectReport, Taken } from './report.ts'

const linesOf = ({ at, revision, machine, sizes, rounds, secondsARound }: Taken): readonly string[] => [
  `- ${at}, revision ${revision}`,
  `- ${machine.cores} cores of ${machine.processor}, ${machine.memoryGiB} GiB, ${machine.system}`,
  `- Node ${machine.node}, SQLite ${machine.sqlite}; shell of SQLite: ${machine.sqliteShell ?? 'none'}`,
  `- stores of ${sizes.map((size) => size.toLocaleString('en')).join(', ')} indicators`,
  `- ${rounds} rounds, of ${secondsARound} s each where requests are counted`
]

/** Subjects that were measured in the same run. */
const runsOf = ({ subjects }: Report): readonly (readonly SubjectReport[])[] => {
  const runs = new Map<string, SubjectReport[]>()
  for (const subject of subjects) {
    const key = JSON.stringify(subject.taken)
    runs.set(key, [...(runs.get(key) ?? []), subject])
  }
  return [...runs.values()]
}

/** When, of what, where and how much was measured: once where all of it comes from one run, else for each run. */
export const takenText = (report: Report): string => {
  const runs = runsOf(report)
  return runs
    .map((run) => {
      const head = runs.length === 1 ? [] : [`${run.map(({ title }) => title).join('; ')}:`, '']
      return [...head, ...run.slice(0, 1).flatMap(({ taken }) => linesOf(taken))].join('\n')
    })
    .join('\n\n')
}
