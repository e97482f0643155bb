import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { onePiece } from './one-piece.ts'
import { textLines } from './text-lines.ts'
import { wholeText } from './whole-text.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size)
}

const linesOf = async (pieces: AsyncIterable<string>): Promise<readonly string[]> => {
  const lines: string[] = []
  for await (const { number, text } of textLines(pieces)) {
    lines.push(text)
    expect(number).toBe(lines.length)
  }
  return lines
}

test.each([
  ['', []],
  ['\n', ['']],
  ['a', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\n\nb\n', ['a', '', 'b']]
])('the lines of %j are %j', async (text, lines) => {
  expect(await linesOf(onePiece(text))).toEqual(lines)
})

test('lines and whole texts do not depend on how a text is cut', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
      expect(await linesOf(inPieces(whole, size))).toEqual(await linesOf(onePiece(whole)))
      expect(await wholeText(inPieces(whole, size))).toBe(whole)
    })
  )
})
