import type { SubjectReport, Taken } from '../reporting/report.ts'
import type { Bench } from './bench.ts'
import { listenForNoise } from './machine.ts'
import type { Subject } from './subject.ts'

/** Runs subjects one after the other. */
export const runSubjects = async (
  bench: Bench,
  subjects: readonly Subject[],
  taken: Taken
): Promise<readonly SubjectReport[]> => {
  const reports: SubjectReport[] = []
  for (const { run, ...subject } of subjects) {
    const noise = await listenForNoise()
    bench.say(`${subject.title} (load ${noise.load.toFixed(1)})`)
    const began = performance.now()
    const findings = await run(bench)
    reports.push({ ...subject, ...findings, taken, noise, seconds: Math.round((performance.now() - began) / 1_000) })
  }
  return reports
}
