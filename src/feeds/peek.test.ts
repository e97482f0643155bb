import { describe, expect, it } from 'vitest'
import { peek } from './peek.ts'

const open = (
  chunks: readonly string[]
): { readonly text: AsyncIterable<string>; readonly isClosed: () => boolean } => {
  let isClosed = false
  async function* stream(): AsyncGenerator<string> {
    try {
      yield* chunks
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

describe('peek', () => {
  it('shows a short text whole and gives it again', async () => {
    const { sample, text } = await peek(open(['a', 'b', 'c']).text)
    expect(sample).toEqual({ text: 'abc', complete: true })
    expect(await join(text)).toBe('abc')
  })

  it('shows the beginning of a long text and gives all of it', async () => {
    const chunk = 'x'.repeat(40_000)
    const { sample, text } = await peek(open([chunk, chunk, chunk]).text)
    expect(sample).toEqual({ text: 'x'.repeat(65_536), complete: false })
    expect(await join(text)).toBe(chunk.repeat(3))
  })

  it('gives nothing for an empty text', async () => {
    const { sample, text } = await peek(open([]).text)
    expect(sample).toEqual({ text: '', complete: true })
    expect(await join(text)).toBe('')
  })

  it('closes the text when reading stops early', async () => {
    const source = open(['x'.repeat(70_000), 'y'])
    const { text } = await peek(source.text)
    for await (const chunk of text) {
      expect(chunk).toHaveLength(70_000)
      break
    }
    expect(source.isClosed()).toBe(true)
  })

  it('closes a text that is not read at all', async () => {
    const source = open(['x'.repeat(70_000), 'y'])
    const { close } = await peek(source.text)
    expect(source.isClosed()).toBe(false)
    await close()
    expect(source.isClosed()).toBe(true)
  })

  it('manages with a text that cannot be closed', async () => {
    let left = 1
    const iterator = {
      next: async (): Promise<IteratorResult<string>> =>
        left-- > 0 ? { done: false, value: 'abc' } : { done: true, value: undefined }
    }
    const { text, close } = await peek({ [Symbol.asyncIterator]: () => iterator })
    expect(await join(text)).toBe('abc')
    await close()
  })
})
