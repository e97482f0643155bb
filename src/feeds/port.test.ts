import { describe, expect, it } from 'vitest'
import { parsePort } from './port.ts'

describe('parsePort', () => {
  it('reads a port', () => {
    expect(parsePort('443')).toBe(443)
  })

  it('gives nothing for what is none', () => {
    for (const text of [undefined, '', '0', '65536', 'https', '44 3']) expect(parsePort(text)).toBeUndefined()
  })
})
