/** A text that is known whole, as a file of a bundle wants it. */
export async function* onePiece(text: string): AsyncGenerator<string> {
  yield text
}
