import { describe, expect, it } from 'vitest'
import { Problem } from '../../../problem/problem.ts'
import { anyValue, columnOfRole, usualColumn } from './column-role.ts'

describe('usualColumn', () => {
  it.each([
    ['IoC_Type', { role: 'type' }],
    ['First Seen (UTC)', { role: 'first-seen' }],
    ['ActivityGroupNames', { role: 'actor' }],
    ['Dropped Filename', { role: 'file-name' }],
    ['imphash', { role: 'ignore' }],
    ['indicator', anyValue],
    ['C2 Server', { role: 'value', type: undefined, side: 'destination' }],
    ['SHA256', { role: 'value', type: { parts: ['sha256'], role: undefined }, side: undefined }],
    ['md5_hash', { role: 'value', type: { parts: ['md5'], role: undefined }, side: undefined }],
    ['Download URL', { role: 'value', type: { parts: ['url'], role: undefined }, side: 'destination' }],
    ['attacker_ip', { role: 'value', type: { parts: ['address'], role: undefined }, side: 'source' }],
    ['dst_ip', { role: 'value', type: { parts: ['address'], role: 'destination' }, side: 'destination' }],
    ['malicious domain', { role: 'value', type: { parts: ['domain'], role: undefined }, side: undefined }],
    ['Description', undefined],
    ['Kit Version', undefined]
  ])('takes %s for %j', (name, column) => {
    expect(usualColumn(name)).toEqual(column)
  })
})

describe('columnOfRole', () => {
  it('knows values, their types and what may be said about them', () => {
    expect(columnOfRole('value', 'x')).toBe(anyValue)
    expect(columnOfRole('ip', 'x')).toMatchObject({ role: 'value', type: { parts: ['address'] } })
    expect(columnOfRole('Threat_Type', 'x')).toEqual({ role: 'threat-type' })
    expect(columnOfRole('ignore', 'x')).toEqual({ role: 'ignore' })
  })

  it('names the nearest role for any other', () => {
    const ask = (): unknown => columnOfRole('famly', 'Tool')
    expect(ask).toThrow(Problem)
    expect(ask).toThrow('columns: "famly" for the column "Tool" is no role of a column. Did you mean "family"?')
  })
})
