/** Reads a text on; says whether it could follow what was read before. */
export type ReadOn = (text: string) => boolean

/** Characters that are read at once; a body of 65,536 has as many such pieces. */
const PIECE = 256

const piecesOf = (characters: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, index) =>
    characters.slice(index * PIECE, (index + 1) * PIECE)
  )

/**
 * What stands in a text before the first character that a reader refuses; `undefined` where it refuses none. Readers are
 * slow by the call: it is read by the piece, and only the piece that is refused by the character, behind a new start.
 */
export const findBreak = (text: string, begin: () => ReadOn): string | undefined => {
  const readPiece = begin()
  const pieces = piecesOf(Array.from(text))
  const at = pieces.findIndex((piece) => !readPiece(piece.join('')))
  const refused = pieces[at]
  if (refused === undefined) return undefined
  const before = pieces.slice(0, at).flat().join('')
  const readCharacter = begin()
  if (before !== '') readCharacter(before)
  const count = refused.findIndex((character) => !readCharacter(character))
  return before + refused.slice(0, count).join('')
}
