import { expect, it } from 'vitest'
import { createSeenTexts } from './seen-texts.ts'

it('gives the number that a text was first remembered with, also of a hundred thousand', () => {
  const seen = createSeenTexts()
  const texts = Array.from({ length: 100_000 }, (_, index) => `text ${index}`)
  expect(texts.filter((text, index) => seen.add(text, index + 1) !== undefined)).toEqual([])
  expect(texts.filter((text, index) => seen.add(text, 1) !== index + 1)).toEqual([])
  expect(seen.has('text 99999')).toBe(true)
  expect(seen.has('text 100000')).toBe(false)
})
