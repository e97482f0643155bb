import { subjectTables } from './markdown.ts'
import { ratiosText } from './ratios-text.ts'
import type { Report } from './report.ts'
import { takenText } from './taken-text.ts'

/** What a marker stands for; `undefined` where the report has nothing for it. */
const contentOf = (name: string, report: Report, plots: string): string | undefined => {
  if (name === 'machine') return takenText(report)
  if (name === 'ratios') return ratiosText(report)
  const subject = report.subjects.find((each) => each.name === name)
  if (subject === undefined) return undefined
  return `![${subject.title}](${plots}/${name}.svg)\n\n${subjectTables(subject)}`
}

/**
 * Writes figures into a page between `<!-- figures: NAME -->` and `<!-- end -->`, where NAME is a subject, `machine` or
 * `ratios`.
 * What the report has nothing for stays as it is. `plots` is the folder of the plots, as the page sees it.
 */
export const fillPage = (page: string, report: Report, plots: string): string =>
  page.replaceAll(/<!-- figures: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g, (whole: string, name: string) => {
    const content = contentOf(name, report, plots)
    return content === undefined ? whole : `<!-- figures: ${name} -->\n\n${content}\n\n<!-- end -->`
  })
