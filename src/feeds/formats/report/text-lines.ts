import type { Line } from '../../lines.ts'
import { withoutEntities } from './entities.ts'
import type { NumberedLine } from './numbered-lines.ts'
import type { TagMark } from './tag-marks.ts'

/** Gathers the text of a page to lines, each with the number of the line of the page where it begins. */
export interface TextLines {
  readonly add: (text: string) => void
  readonly mark: (mark: TagMark) => void
  /** Counts a line of the page. */
  readonly lineOfPage: () => void
  readonly finish: () => void
  /** The lines that are whole since the last call. */
  readonly take: () => readonly NumberedLine[]
}

const SHOWN_OF_LONG_LINE = 80

/** Makes the lines of one page; those longer than `maxLineLength` characters are reported, but never held. */
export const createTextLines = (maxLineLength: number): TextLines => {
  let whole: NumberedLine[] = []
  let text = ''
  let isLong = false
  let isInRow = false
  let numberOfPage = 1
  let number = 1

  const finish = (): void => {
    const line: Line = isLong ? { start: text.slice(0, SHOWN_OF_LONG_LINE) } : withoutEntities(text)
    whole.push({ number, line })
    text = ''
    isLong = false
    number = numberOfPage
  }

  const append = (added: string): void => {
    isLong ||= text.length + added.length > maxLineLength
    text += added.slice(0, maxLineLength - text.length)
  }

  const add = (added: string): void => {
    if (!isInRow) {
      const [rest = '', ...ended] = added.split('\n').toReversed()
      for (const line of ended.toReversed()) {
        append(line)
        finish()
      }
      append(rest)
    } else append(added.replaceAll('\n', ' '))
  }

  return {
    add,
    mark: (mark) => {
      if (mark.row !== undefined) isInRow = false
      add(mark.text)
      isInRow = isInRow || mark.row === 'begins'
    },
    lineOfPage: () => {
      numberOfPage += 1
      if (text.trim() === '') number = numberOfPage
    },
    finish,
    take: () => {
      const lines = whole
      whole = []
      return lines
    }
  }
}
