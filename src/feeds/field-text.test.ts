import { describe, expect, it } from 'vitest'
import { nameKey, saidParts, saidText } from './field-text.ts'

describe('saidText', () => {
  it('trims, and takes placeholders for nothing', () => {
    expect(saidText('  Emotet ')).toBe('Emotet')
    for (const text of ['', ' ', 'None', 'N/A', 'n/a', 'null', '-', '\\N']) expect(saidText(text)).toBeUndefined()
  })
})

describe('saidParts', () => {
  it('splits a text and leaves out parts that say nothing', () => {
    expect(saidParts('elf, ,None,Mozi ', ',')).toEqual(['elf', 'Mozi'])
    expect(saidParts(undefined, ',')).toEqual([])
  })
})

describe('nameKey', () => {
  it('compares names without case and punctuation', () => {
    expect(nameKey('First Seen (UTC)')).toBe('firstseenutc')
    expect(nameKey('first_seen_utc')).toBe('firstseenutc')
  })
})
