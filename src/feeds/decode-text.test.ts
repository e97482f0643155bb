import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const decode = async (...chunks: readonly (readonly number[])[]): Promise<string> => {
  const texts: string[] = []
  for await (const text of decodeText(bytesOf(chunks))) texts.push(text)
  expect(texts).not.toContain('')
  return texts.join('')
}

async function* bytesOf(chunks: readonly (readonly number[])[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Uint8Array.from(chunk)
}

describe('decodeText', () => {
  it('reads UTF-8 without a mark, also where a character is cut', async () => {
    expect(await decode([0x61, 0x62, 0x63, 0xc3], [0xa9])).toBe('abcé')
  })

  it('leaves out the mark of UTF-8, also where it is cut', async () => {
    expect(await decode([0xef], [0xbb], [0xbf, 0x61, 0x62], [0x63])).toBe('abc')
  })

  it('reads UTF-16 of either byte order by its mark', async () => {
    expect(await decode([0xff, 0xfe, 0x61, 0x00], [0x62, 0x00])).toBe('ab')
    expect(await decode([0xfe, 0xff, 0x00, 0x61], [0x00, 0x62])).toBe('ab')
  })

  it('puts U+FFFD for bytes that are invalid and reads on', async () => {
    expect(await decode([0x61, 0xff, 0x62, 0x63])).toBe('a\uFFFDbc')
    expect(await decode([0x61, 0x62, 0x63], [0xc3])).toBe('abc\uFFFD')
  })

  it('reads inputs shorter than a mark, and none at all', async () => {
    expect(await decode([0x61], [0x62])).toBe('ab')
    expect(await decode()).toBe('')
    expect(await decode([0xef, 0xbb, 0xbf])).toBe('')
  })
})
