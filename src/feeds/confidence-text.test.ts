import { describe, expect, it } from 'vitest'
import { parseConfidence } from './confidence-text.ts'

describe('parseConfidence', () => {
  it.each([
    ['High', 'high'],
    [' medium ', 'medium'],
    ['0', 'low'],
    ['75', 'high'],
    ['50.5', 'medium'],
    ['50 %', 'medium'],
    ['0.85', 'high'],
    ['1.0', 'high'],
    ['0.5%', 'low'],
    ['1', 'low']
  ])('reads %s as %s', (text, level) => {
    expect(parseConfidence(text)).toBe(level)
  })

  it('leaves unstated what it cannot read', () => {
    for (const text of [undefined, '', 'rather', '101', '-1', '1e2']) expect(parseConfidence(text)).toBeUndefined()
  })
})
