import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextBlocks } from './text-blocks.ts'

const blocksOf = (texts: readonly string[]): readonly Uint8Array[] => {
  const blocks = new TextBlocks()
  const given = texts.flatMap((text) => blocks.add(text) ?? [])
  return [...given, ...blocks.end()]
}

const numbered = (count: number, length: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index}:${'é😀x'.repeat(length)}\n`)

test('all texts stand in the blocks in their order, as UTF-8', () => {
  const texts = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(20_000)))
  fc.assert(
    fc.property(texts, (given) => {
      const whole = given.map(([text, times]) => text.repeat(times))
      expect(Buffer.concat(blocksOf(whole)).equals(Buffer.from(whole.join('')))).toBe(true)
    }),
    { numRuns: 30 }
  )
})

test('no text is split between two blocks', () => {
  for (const block of blocksOf(numbered(3_000, 100))) {
    const text = Buffer.from(block).toString()
    expect(text).toMatch(/^\d+:/)
    expect(text.endsWith('\n')).toBe(true)
  }
})

test('what is short comes in one block, and nothing in none', () => {
  expect(blocksOf(['a', 'b'])).toEqual([Buffer.from('ab')])
  expect(blocksOf([])).toEqual([])
})

test('many texts come in few blocks', () => {
  const blocks = blocksOf(numbered(3_000, 100))
  const bytes = blocks.reduce((sum, { length }) => sum + length, 0)
  expect(blocks.length).toBeLessThan(bytes / 200_000 + 3)
})

test('a block that was given stays as it is, whatever is added behind it', () => {
  const blocks = new TextBlocks()
  const held: { readonly block: Uint8Array; readonly copy: Uint8Array }[] = []
  for (const text of numbered(5_000, 100)) {
    const block = blocks.add(text)
    if (block !== undefined) held.push({ block, copy: Uint8Array.from(block) })
  }
  expect(held.length).toBeGreaterThan(5)
  for (const { block, copy } of held) expect(Buffer.compare(block, copy)).toBe(0)
})

test('a text that is larger than any block has one of its own', () => {
  const large = 'é'.repeat(1_000_000)
  expect(Buffer.concat(blocksOf(['a', large, 'b'])).toString()).toBe(`a${large}b`)
})
