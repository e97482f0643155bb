import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { barPlot } from './bar-plot.ts'
import { linePlot } from './line-plot.ts'
import { reportText } from './markdown.ts'
import type { Report, SubjectReport } from './report.ts'

/** Lines where a subject goes over stores of several sizes, else bars. */
const plotOf = (subject: SubjectReport): string =>
  new Set(subject.figures.map(({ size }) => size)).size > 1 ? linePlot(subject) : barPlot(subject)

/** Writes a report for programs and for people, and a plot of each subject, into a folder. */
export const writeReport = async (folder: string, report: Report): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(folder, 'latest.md'), reportText(report))
  for (const subject of report.subjects) await writeFile(join(folder, `${subject.name}.svg`), plotOf(subject))
}
