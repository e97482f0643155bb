import type { Surroundings } from './hits-of-text.ts'
import type { Standing } from './outline.ts'
import { namesOtherDigests, namesTechniques, type Subject, subjectOf } from './subject.ts'

/** Of a sentence. */
export const inProse = (standing: Standing): Surroundings => ({
  ...standing,
  bare: standing.subject === 'other' ? 'never' : 'none'
})

/** Of an item of a list, a line of code, or a line of values; `isMarkedUp` says whether the report has headings. */
export const inList = (standing: Standing, isMarkedUp: boolean): Surroundings => ({
  ...standing,
  bare: bareUnder(standing.subject, isMarkedUp)
})

/** Of a cell of a table below the name of its column. */
export const inColumn = (name: string, standing: Standing, isMarkedUp: boolean): Surroundings => ({
  bare: bareInColumn(subjectOf(name), standing.subject, isMarkedUp),
  otherDigests: standing.otherDigests || namesOtherDigests(name),
  techniques: standing.techniques || namesTechniques(name)
})

/** Where nothing is said, plain text is a list, but a document with chapters says where its indicators stand. */
const bareUnder = (subject: Subject | undefined, isMarkedUp: boolean): Surroundings['bare'] => {
  if (subject === undefined) return isMarkedUp ? 'none' : 'lead'
  const under = { indicators: 'lead', files: 'none', other: 'never' } as const
  return under[subject]
}

const bareInColumn = (
  column: Subject | undefined,
  section: Subject | undefined,
  isMarkedUp: boolean
): Surroundings['bare'] => {
  if (section === 'other' || column === 'other') return 'never'
  if (column === 'indicators') return 'lead'
  return column === undefined && bareUnder(section, isMarkedUp) === 'lead' ? 'whole' : 'none'
}
