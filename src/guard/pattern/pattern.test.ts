import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { refusalIn } from './node.ts'
import { readPattern } from './pattern.ts'

const isMatch = (pattern: string, value: string): boolean => {
  const read = readPattern(pattern)
  if ('refused' in read) throw new Error(read.refused)
  return read.matches(value)
}

it.each([
  ['/^(security|noc|soc|abuse)\\@.*\\..*$/i', 'Abuse@example.com', 'abuser@example.com'],
  ['b', 'abc', 'ac'],
  ['/^b/', 'bc', 'ab'],
  ['/b$/', 'ab', 'ba'],
  ['/^a.c$/', 'a/c', 'ac'],
  ['/^a*b+c?$/', 'bb', 'aac'],
  ['/^a*?b+?c??d*+$/', 'bd', 'aac'],
  ['/^a{2}$/', 'aa', 'aaa'],
  ['/^a{2,}$/', 'aaa', 'a'],
  ['/^a{1,2}$/', 'aa', 'aaa'],
  ['/^a{x$/', 'a{x', 'aa'],
  ['/^[a-c1]$/', 'b', 'd'],
  ['/^[^a-c]$/', 'd', 'b'],
  ['/^[]a]$/', ']', 'b'],
  ['/^[a-]$/', '-', 'b'],
  ['/^[\\d\\-x]+$/', '1-x', 'y'],
  ['/^[\\t-\\r]$/', '\n', 'n'],
  ['/^[A-C]$/i', 'b', 'd'],
  ['/^[@-B]$/i', 'b', 'c'],
  ['/^\\d\\D\\w\\W\\s\\S$/', '1a_- x', '11_- x'],
  ['/^\\x$/'.replace('x', '.'), '.', 'a'],
  ['/^\\w+$/', 'aZ_9', 'a-b'],
  ['/^(?:ab|c|)$/', '', 'a'],
  ['/^(a|b)*c$/', 'abac', 'adc'],
  ['/^()*{3}()+a$/', 'a', 'b'],
  ['/(a*)*b/gmsuU', 'aab', 'aac']
])('%s matches %j and not %j', (pattern, match, other) => {
  expect(isMatch(pattern, match)).toBe(true)
  expect(isMatch(pattern, other)).toBe(false)
})

it.each([
  ['/a/x', 'flag "x"'],
  ['/(?=a)/', 'looks around'],
  ['/(a)\\1/', 'uses "\\1"'],
  ['/\\bword/', 'uses "\\b"'],
  ['/[\\b]/', 'uses "\\b"'],
  ['(a', 'without ")"'],
  ['a)', 'without "("'],
  ['[a', 'ends in the middle'],
  ['a\\', 'ends in the middle'],
  ['*a', 'repeats nothing at "*"'],
  ['+a', 'repeats nothing at "+"'],
  ['?a', 'repeats nothing at "?"'],
  ['((a{1000}){1000}){1000}', 'too long'],
  [`${'('.repeat(100)}a`, 'too deep']
])('%s is refused, because it %s', (pattern, reason) => {
  expect(readPattern(pattern)).toEqual({ refused: expect.stringContaining(reason) as unknown })
})

it('takes no fault of the program for a refusal', () => {
  expect(() => refusalIn(new TypeError('a fault'))).toThrow('a fault')
})

it('matches what the regular expressions of the runtime match', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab)', '(a|)', '(?:b*)', '^', '$')
  const part = fc
    .tuple(atom, fc.constantFrom('', '', '*', '?', '+', '{2}', '{1,2}', '{0,}'))
    .map(([of, times]) => (of === '^' || of === '$' ? of : of + times))
  const patterns = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
  const values = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(patterns, values, (pattern, value) => {
      expect(isMatch(pattern, value)).toBe(new RegExp(pattern).test(value))
    }),
    { numRuns: 2_000 }
  )
})

it('takes a long value that would keep a backtracking matcher busy for ever', () => {
  expect(isMatch('/^(a+)+$/', `${'a'.repeat(2_000)}b`)).toBe(false)
  expect(isMatch('/(a|a)*(a|a)*(a|a)*c/', 'a'.repeat(2_000))).toBe(false)
})
