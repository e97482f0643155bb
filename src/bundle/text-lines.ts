/** One line of a file that is read back. */
export interface TextLine {
  /** From 1. */
  readonly number: number
  /** Without its end. */
  readonly text: string
}

/** The lines of a text that comes in pieces; a line feed at the very end begins no further one. */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let number = 0
  let begun = ''
  for await (const piece of pieces) {
    const [end = '', ...lines] = piece.split('\n')
    begun += end
    for (const next of lines) {
      yield { number: ++number, text: begun }
      begun = next
    }
  }
  if (begun !== '') yield { number: ++number, text: begun }
}
