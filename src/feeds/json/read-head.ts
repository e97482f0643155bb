/** The beginning of a text that can still be read from its beginning. */
export interface Head {
  /** The first characters, at most as many as asked for. */
  readonly head: string
  /** Whether that is the whole text. */
  readonly isWhole: boolean
  /** The text from its beginning; may be read once. */
  readonly all: AsyncIterable<string>
}

/** Looks at the first `length` characters of a text. */
export const readHead = async (text: AsyncIterable<string>, length: number): Promise<Head> => {
  const pieces = piecesOf(text)
  let read = ''
  let isDone = false
  while (!isDone && read.length <= length) {
    const next = await pieces.next()
    isDone = next.done === true
    if (next.done !== true) read += next.value
  }
  return { head: read.slice(0, length), isWhole: isDone && read.length <= length, all: continued(read, pieces) }
}

async function* piecesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  yield* text
}

async function* continued(read: string, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield read
    yield* pieces
  } finally {
    await pieces.return(undefined)
  }
}
