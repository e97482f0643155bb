import { expect, test } from 'vitest'
import { confidenceOfNumber, higherConfidence } from './confidence.ts'

test.each([
  [0, 'low'],
  [29, 'low'],
  [30, 'medium'],
  [69, 'medium'],
  [70, 'high'],
  [100, 'high'],
  [-1, undefined],
  [101, undefined],
  [Number.NaN, undefined]
])('%d is %s', (score, confidence) => {
  expect(confidenceOfNumber(score)).toBe(confidence)
})

test('the higher of two levels wins on either side', () => {
  expect(higherConfidence('low', 'high')).toBe('high')
  expect(higherConfidence('medium', 'low')).toBe('medium')
})
