import { namesOtherDigests, namesTechniques, type Subject, subjectOf } from './subject.ts'

/** Where in a report a line stands. */
export interface Standing {
  /** What the nearest heading that says so says about the values here. */
  readonly subject: Subject | undefined
  /** Whether the nearest heading names digests that are no hashes of files. */
  readonly otherDigests: boolean
  readonly techniques: boolean
  /** Reports that the prose of this chapter links to. */
  readonly links: readonly string[]
}

/** The headings above a line, outermost first. */
export interface Outline {
  /** A heading of a document's markup; those of the same depth and below end. */
  readonly heading: (depth: number, text: string) => void
  /** A line that names what follows without being markup: `Domains:`. It lasts up to the next heading or caption. */
  readonly caption: (text: string) => void
  readonly endCaption: () => void
  readonly link: (link: string) => void
  /** Whether there was a heading of markup at all. */
  readonly hasHeadings: () => boolean
  /** One object for all lines that stand alike. */
  readonly standing: () => Standing
}

interface Level extends Standing {
  readonly depth: number
}

const CAPTION_DEPTH = 7
const MOST_LINKS = 5

/** Makes the outline of one report. */
export const createOutline = (): Outline => {
  const top: Level = { depth: 0, subject: undefined, otherDigests: false, techniques: false, links: [] }
  let levels: readonly Level[] = [top]
  let headings = 0

  const here = (): Level => levels.reduce((_, deeper) => deeper)

  const open = (depth: number, text: string): void => {
    levels = levels.filter((level) => level.depth < depth)
    const above = here()
    const about = { otherDigests: namesOtherDigests(text), techniques: namesTechniques(text) }
    levels = [...levels, { depth, subject: subjectOf(text) ?? above.subject, ...about, links: above.links }]
  }

  return {
    heading: (depth, text) => {
      headings += 1
      open(depth, text)
    },
    caption: (text) => open(CAPTION_DEPTH, text),
    endCaption: () => {
      levels = levels.filter(({ depth }) => depth !== CAPTION_DEPTH)
    },
    link: (link) => {
      const { links } = here()
      if (links.length >= MOST_LINKS || links.includes(link)) return
      levels = levels.map((level) => (level === here() ? { ...level, links: [...links, link] } : level))
    },
    hasHeadings: () => headings > 0,
    standing: here
  }
}
