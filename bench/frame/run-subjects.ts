import type { SubjectReport, Taken } from '../reporting/report.ts'
import type { Bench } from './bench.ts'
import { listenForNoise } from './machine.ts'
import { profileSubject } from '../profiling/profile-subject.ts'
import type { Findings, Subject } from './subject.ts'
import { isReached } from './verdicts.ts'

const isMissed = ({ verdicts }: Findings): boolean => verdicts.some((verdict) => isReached(verdict) === false)

/** Runs subjects one after the other; what is not as wanted once more for a profile, if there are to be any. */
export const runSubjects = async (
  bench: Bench,
  subjects: readonly Subject[],
  taken: Taken,
  withProfiles: boolean
): Promise<readonly SubjectReport[]> => {
  const reports: SubjectReport[] = []
  for (const each of subjects) {
    const { run, profileRounds, ...subject } = each
    const noise = await listenForNoise()
    bench.say(`${subject.title} (load ${noise.load.toFixed(1)})`)
    const began = performance.now()
    const findings = await run(bench)
    const seconds = Math.round((performance.now() - began) / 1_000)
    const profile =
      withProfiles && profileRounds > 0 && isMissed(findings) ? { profile: await profileSubject(each, bench) } : {}
    reports.push({ ...subject, ...findings, ...profile, taken, noise, seconds })
  }
  return reports
}
