import type { Sample } from './feed-format.ts'

/** The beginning of a text, and the whole text again. */
export interface Peeked {
  readonly sample: Sample
  readonly text: AsyncIterable<string>
  /** Closes the text if it is not going to be read to its end; may be called at any time. */
  readonly close: () => Promise<void>
}

const SAMPLE_LENGTH = 65_536

/** Reads the beginning of a text without using it up. */
export const peek = async (text: AsyncIterable<string>): Promise<Peeked> => {
  const rest = text[Symbol.asyncIterator]()
  const held: string[] = []
  let length = 0
  let complete = false
  while (length < SAMPLE_LENGTH && !complete) {
    const next = await rest.next()
    if (next.done === true) complete = true
    else {
      held.push(next.value)
      length += next.value.length
    }
  }
  const beginning = held.join('')
  return {
    sample: { text: beginning.slice(0, SAMPLE_LENGTH), complete: complete && length <= SAMPLE_LENGTH },
    text: again(beginning, rest),
    close: async () => {
      await rest.return?.()
    }
  }
}

async function* again(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (beginning !== '') yield beginning
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
