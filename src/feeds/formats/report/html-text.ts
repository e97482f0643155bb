import { TAG_MARKS, UNSEEN } from './tag-marks.ts'
import { createTextLines } from './text-lines.ts'
import type { NumberedLine } from './numbered-lines.ts'

/** Turns a web page into lines of text, chunk by chunk, in memory of one line. */
export interface HtmlText {
  readonly push: (chunk: string) => readonly NumberedLine[]
  readonly end: () => readonly NumberedLine[]
}

/** Where in the page the scanner stands; `single` and `double` are attribute values in quotes. */
type State = 'text' | 'tag name' | 'tag' | 'single' | 'double' | 'comment' | 'unseen'

const LONGEST_NAME = 12
const ENDS_NAME = /[\s>]/
const NO_TEXT = /[<\n]/g
const BEGINS_NAME = /[A-Za-z/!?]/

/** Text up to the next tag or the end of the line, as much as stands in the chunk. */
const textBefore = (chunk: string, at: number): string => {
  NO_TEXT.lastIndex = at
  return chunk.slice(at, NO_TEXT.exec(chunk)?.index)
}

/** Makes the scanner of one page. Attributes, links included, are no text; damaged markup never costs more than itself. */
export const createHtmlText = (maxLineLength: number): HtmlText => {
  const lines = createTextLines(maxLineLength)
  let state: State = 'text'
  let name = ''
  /** The last characters, where the end of a comment or of an unseen element is looked for. */
  let tail = ''

  const enter = (next: State): void => {
    state = next
    tail = ''
  }

  const endTag = (): void => {
    const mark = TAG_MARKS.get(name)
    if (mark !== undefined) lines.mark(mark)
    enter(UNSEEN.has(name) ? 'unseen' : 'text')
  }

  const endsWith = (char: string, end: string): boolean => {
    tail = (tail + char).slice(-end.length)
    return tail.toLowerCase() === end
  }

  const scan: Readonly<Record<State, (char: string) => void>> = {
    text: (char) => {
      name = ''
      if (char === '<') enter('tag name')
      else lines.add(char)
    },
    'tag name': (char) => {
      if (name === '' && !BEGINS_NAME.test(char)) {
        enter('text')
        lines.add(`<${char}`)
      } else if (char === '>') endTag()
      else if (ENDS_NAME.test(char) || (char === '/' && name !== '')) enter('tag')
      else if (name.length < LONGEST_NAME) name += char.toLowerCase()
      if (name === '!--') enter('comment')
    },
    tag: (char) => {
      if (char === '>') endTag()
      else if (char === '"') enter('double')
      else if (char === "'") enter('single')
    },
    double: (char) => {
      if (char === '"') enter('tag')
    },
    single: (char) => {
      if (char === "'") enter('tag')
    },
    comment: (char) => {
      if (endsWith(char, '-->')) enter('text')
    },
    unseen: (char) => {
      if (!endsWith(char, `</${name}`)) return
      name = `/${name}`
      enter('tag')
    }
  }

  return {
    push: (chunk) => {
      let at = 0
      while (at < chunk.length) {
        const char = chunk.charAt(at)
        const run = state === 'text' ? textBefore(chunk, at) : ''
        if (run === '') scan[state](char)
        else lines.add(run)
        if (run === '' && char === '\n') lines.lineOfPage()
        at += Math.max(run.length, 1)
      }
      return lines.take()
    },
    end: () => {
      lines.finish()
      return lines.take()
    }
  }
}
