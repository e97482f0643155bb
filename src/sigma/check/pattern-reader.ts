/** Why Python cannot compile a regular expression. Thrown while it is read, and caught there. */
export class PatternFault extends Error {}

/** Ends the reading. */
export const failPattern = (reason: string): never => {
  throw new PatternFault(reason)
}

/** Goes over a text character by character. */
export interface PatternReader {
  /** The character that comes next, empty at the end. */
  peek(ahead?: number): string
  /** Takes the next character, empty at the end. */
  take(): string
  /** Takes the text if it comes next. */
  takeIf(text: string): boolean
  /** Takes characters as long as the pattern fits them, so many at most. */
  takeWhile(pattern: RegExp, most?: number): string
  /** Takes everything up to a character, and that too. */
  takeUntil(end: string, missing: string): string
  /** Where the reader stands, to come back to. */
  position(): number
  moveTo(position: number): void
}

/** A reader at the beginning of a text. */
export const readPattern = (text: string): PatternReader => {
  const characters = Array.from(text)
  let at = 0
  const peek = (ahead = 0): string => characters[at + ahead] ?? ''
  const take = (): string => characters[at++] ?? ''
  return {
    peek,
    take,
    takeIf(wanted) {
      const found = characters.slice(at, at + wanted.length).join('') === wanted
      if (found) at += wanted.length
      return found
    },
    takeWhile(pattern, most = Number.POSITIVE_INFINITY) {
      let taken = ''
      while (taken.length < most && at < characters.length && pattern.test(peek())) taken += take()
      return taken
    },
    takeUntil(end, missing) {
      const found = characters.indexOf(end, at)
      if (found < 0) return failPattern(missing)
      const taken = characters.slice(at, found).join('')
      at = found + 1
      return taken
    },
    position: () => at,
    moveTo(position) {
      at = position
    }
  }
}
