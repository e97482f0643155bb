import { describe, expect, it } from 'vitest'
import { sampleLines } from './sample-lines.ts'

describe('sampleLines', () => {
  it('gives all lines of a whole text, whatever ends them', () => {
    expect(sampleLines({ text: 'a\nb\r\nc\rd', complete: true })).toEqual(['a', 'b', 'c', 'd'])
  })

  it('leaves out the last line of a beginning, which may be cut', () => {
    expect(sampleLines({ text: 'a\nb', complete: false })).toEqual(['a'])
  })

  it('gives no more than 300 lines', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => String(index)).join('\n')
    expect(sampleLines({ text, complete: true })).toHaveLength(300)
  })
})
