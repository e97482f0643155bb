import { expect, it } from 'vitest'
import {
  ANY,
  hasWildcard,
  isAny,
  readSigmaString,
  textParts,
  withPlaceholders,
  writeSigmaString
} from './sigma-string.ts'

it('reads wildcards, and backslashes that take their meaning away', () => {
  expect(readSigmaString('a*b?')).toEqual(['a', { special: '*' }, 'b', { special: '?' }])
  expect(readSigmaString(String.raw`C:\x\*\\*`)).toEqual([String.raw`C:\x*` + '\\', { special: '*' }])
  expect(readSigmaString('')).toEqual([])
  expect(readSigmaString('**')).toEqual([ANY, ANY])
})

it('tells wildcards from placeholders', () => {
  const value = withPlaceholders(readSigmaString(String.raw`a%one%%two%b\%c%`))
  expect(value).toEqual(['a', { placeholder: 'one' }, { placeholder: 'two' }, String.raw`b\%c%`])
  expect(withPlaceholders(readSigmaString('*%x%'))).toEqual([ANY, { placeholder: 'x' }])
  expect(hasWildcard(value)).toBe(false)
  expect(isAny(value[1])).toBe(false)
  expect(textParts(value)).toEqual(['a', String.raw`b\%c%`])
})

it('writes what it reads', () => {
  expect(writeSigmaString(readSigmaString(String.raw`a\*b*c?\?`))).toBe(String.raw`a\*b*c?\?`)
  expect(writeSigmaString(withPlaceholders(readSigmaString('%x%')))).toBe('%x%')
})
