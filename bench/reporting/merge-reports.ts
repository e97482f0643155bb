import type { Report } from './report.ts'

/** A report in which what was measured anew takes the place of what was there; subjects stand in the order of their names. */
export const mergeReports = (earlier: Report, fresh: Report, names: readonly string[]): Report => {
  const subjects = new Map([...earlier.subjects, ...fresh.subjects].map((subject) => [subject.name, subject]))
  return { ...fresh, subjects: names.flatMap((name) => subjects.get(name) ?? []) }
}
