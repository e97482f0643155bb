import { removeForbidden } from './forbidden-characters.ts'

const ELLIPSIS = '...'

const cut = (text: string, max: number): string => {
  const characters = Array.from(text)
  if (characters.length <= max) return text
  return (
    characters
      .slice(0, max - ELLIPSIS.length)
      .join('')
      .trimEnd() + ELLIPSIS
  )
}

/**
 * A name or link out of a feed as one clean line: white space folded to single blanks, forbidden characters removed,
 * trimmed, and cut with `...` to at most `max` code points.
 */
export const cleanText = (text: string, max: number): string => {
  const line = removeForbidden(text.replace(/\s+/g, ' ')).replace(/ +/g, ' ').trim()
  return line.length <= max ? line : cut(line, max)
}
