/** The beginning of a text that can still be read as a whole. */
export interface LookedAhead {
  /** The first characters, at most as many as asked for. */
  readonly beginning: string
  /** Whether that is the whole text. */
  readonly isWhole: boolean
  /** The text from its beginning; may be read once. */
  readonly all: AsyncIterable<string>
  /** Why the text broke off within its beginning, if it did: `all` throws it behind what could be read. */
  readonly failure: { readonly error: unknown } | undefined
  /** Closes the text if it is not going to be read to its end; may be called at any time. */
  readonly close: () => Promise<void>
}

/** Looks at the first `length` characters of a text without using it up. Throws if it breaks off before the first. */
export const lookAhead = async (text: AsyncIterable<string>, length: number): Promise<LookedAhead> => {
  const pieces = piecesOf(text)
  const { read, isDone, failure } = await readBeginning(pieces, length)
  if (read === '' && failure !== undefined) throw failure.error
  return {
    beginning: read.slice(0, length),
    isWhole: isDone && read.length <= length,
    all: continued(read, pieces, failure),
    failure,
    close: async () => {
      await pieces.return(undefined)
    }
  }
}

interface Beginning extends Pick<LookedAhead, 'failure'> {
  readonly read: string
  readonly isDone: boolean
}

const readBeginning = async (pieces: AsyncGenerator<string>, length: number): Promise<Beginning> => {
  const held: string[] = []
  let read = 0
  try {
    while (read <= length) {
      const next = await pieces.next()
      if (next.done === true) return { read: held.join(''), isDone: true, failure: undefined }
      held.push(next.value)
      read += next.value.length
    }
  } catch (error) {
    return { read: held.join(''), isDone: false, failure: { error } }
  }
  return { read: held.join(''), isDone: false, failure: undefined }
}

async function* piecesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  yield* text
}

async function* continued(
  read: string,
  pieces: AsyncGenerator<string>,
  failure: LookedAhead['failure']
): AsyncGenerator<string> {
  try {
    if (read !== '') yield read
    if (failure !== undefined) throw failure.error
    yield* pieces
  } finally {
    await pieces.return(undefined)
  }
}
