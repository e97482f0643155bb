import { describe, expect, it } from 'vitest'
import { lookAhead } from './look-ahead.ts'

const open = (
  chunks: readonly string[],
  end?: Error
): { readonly text: AsyncIterable<string>; readonly isClosed: () => boolean } => {
  let isClosed = false
  async function* stream(): AsyncGenerator<string> {
    try {
      yield* chunks
      if (end !== undefined) throw end
    } finally {
      isClosed = true
    }
  }
  return { text: stream(), isClosed: () => isClosed }
}

const join = async (text: AsyncIterable<string>): Promise<string> => {
  let all = ''
  for await (const chunk of text) all += chunk
  return all
}

describe('looking ahead', () => {
  it('shows a short text whole and gives it again', async () => {
    const ahead = await lookAhead(open(['a', 'b', 'c']).text, 10)
    expect(ahead).toMatchObject({ beginning: 'abc', isWhole: true, failure: undefined })
    expect(await join(ahead.all)).toBe('abc')
  })

  it('shows the beginning of a long text and gives all of it', async () => {
    const chunk = 'x'.repeat(40)
    const ahead = await lookAhead(open([chunk, chunk, chunk]).text, 65)
    expect(ahead).toMatchObject({ beginning: 'x'.repeat(65), isWhole: false })
    expect(await join(ahead.all)).toBe(chunk.repeat(3))
  })

  it('tells a text of just the length from a longer one', async () => {
    expect((await lookAhead(open(['abc']).text, 3)).isWhole).toBe(true)
    expect((await lookAhead(open(['abc', 'd']).text, 3)).isWhole).toBe(false)
  })

  it('gives nothing for an empty text', async () => {
    const ahead = await lookAhead(open([]).text, 3)
    expect(ahead).toMatchObject({ beginning: '', isWhole: true })
    expect(await join(ahead.all)).toBe('')
  })

  it('keeps what came before a text breaks off, and then tells why it did', async () => {
    const broken = new Error('broken')
    const { beginning, isWhole, failure, all } = await lookAhead(open(['ab', 'c'], broken).text, 10)
    expect({ beginning, isWhole, failure }).toEqual({ beginning: 'abc', isWhole: false, failure: { error: broken } })
    let read = ''
    await expect(
      (async () => {
        for await (const chunk of all) read += chunk
      })()
    ).rejects.toBe(broken)
    expect(read).toBe('abc')
  })

  it('tells at once why a text breaks off before its first character', async () => {
    const broken = new Error('broken')
    await expect(lookAhead(open([], broken).text, 10)).rejects.toBe(broken)
  })

  it('closes the text when reading stops early, and when it is not read at all', async () => {
    const left = open(['x'.repeat(70), 'y'])
    for await (const chunk of (await lookAhead(left.text, 65)).all) {
      expect(chunk).toHaveLength(70)
      break
    }
    expect(left.isClosed()).toBe(true)
    const unread = open(['x'.repeat(70), 'y'])
    const { close } = await lookAhead(unread.text, 65)
    expect(unread.isClosed()).toBe(false)
    await close()
    expect(unread.isClosed()).toBe(true)
  })
})
