import { describe, expect, it } from 'vitest'
import { refusal } from './refusal.ts'

describe('refusal', () => {
  it('names value, place and reason', () => {
    expect(refusal('abc', 'line 3', 'unsupported_type', 'ja3')).toEqual({
      value: 'abc',
      position: 'line 3',
      rejection: { reason: 'unsupported_type', detail: 'ja3' }
    })
    expect(refusal('', 'line 3', 'empty').rejection).toEqual({ reason: 'empty' })
  })

  it('cuts a value that no report can show', () => {
    expect(refusal('x'.repeat(1_000), 'line 1', 'bad_record').value).toHaveLength(200)
  })
})
