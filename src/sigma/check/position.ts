import { codePointsOf } from '../../indicator/code-points.ts'

/** A place in a text, both counted from 1; the column in characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The place of an offset in a text. */
export const positionAt = (text: string, offset: number): Position => {
  let line = 1
  let begin = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', begin)) {
    line += 1
    begin = end + 1
  }
  return { line, column: codePointsOf(text.slice(begin, offset)).length + 1 }
}
