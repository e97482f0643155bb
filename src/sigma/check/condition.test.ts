import { describe, expect, it } from 'vitest'
import {
  type Condition,
  type ConditionGrammar,
  CORRELATION_CONDITION,
  isConditionFault,
  leavesOf,
  namesOf,
  readCondition,
  RULE_CONDITION
} from './condition.ts'
import { selects } from './selected.ts'

const text = (condition: Condition): string => {
  switch (condition.type) {
    case 'search':
      return condition.name
    case 'selector':
      return `${condition.quantifier}:${condition.pattern}`
    case 'not':
    case 'and':
    case 'or':
      return `${condition.type}(${condition.operands.map(text).join(' ')})`
  }
}

const read = (condition: string, grammar: ConditionGrammar = RULE_CONDITION): string => {
  const found = readCondition(condition, grammar)
  return isConditionFault(found) ? `${found.at}: ${found.reason}` : text(found)
}

describe('a condition', () => {
  it.each([
    ['selection', 'selection'],
    ['a and b and c', 'and(a b c)'],
    ['a or b and not c', 'or(a and(b not(c)))'],
    ['(a or b) and c', 'and(or(a b) c)'],
    ['not(a)', 'not(a)'],
    ['not not a', 'not(not(a))'],
    [' a\n\tor b ', 'or(a b)'],
    ['1 of sel_* or any of them', 'or(one:sel_* one:them)'],
    ['all of them', 'all:them'],
    ['all', 'all'],
    ['ofter', 'ofter'],
    ['notfilter', 'not(filter)'],
    ['not', 'not'],
    ['a and not', 'and(a not)'],
    ['sel-1', 'sel-1']
  ])('%j reads as %s', (condition, expected) => {
    expect(read(condition)).toBe(expected)
  })

  it.each([
    ['', /^0: .*missing/],
    ['(a', /^0: /],
    ['a and', /^2: /],
    ['a b', /^2: /],
    ['a)', /^1: /],
    ['1 of sel-*', /^8: /],
    [`${'('.repeat(150)}a${')'.repeat(150)}`, /nested/],
    [`${'not '.repeat(150)}a`, /nested/]
  ])('%j is refused', (condition, fault) => {
    expect(read(condition)).toMatch(fault)
  })

  it('of a correlation knows whole words and no selectors', () => {
    expect(read('one and not two', CORRELATION_CONDITION)).toBe('and(one not(two))')
    expect(read('notone or android', CORRELATION_CONDITION)).toBe('or(notone android)')
    expect(read('one andtwo', CORRELATION_CONDITION)).toMatch(/^4: /)
    expect(read('1 of them', CORRELATION_CONDITION)).toMatch(/^0: /)
  })

  it('names its leaves from left to right', () => {
    const found = readCondition('a and (b or not 1 of c*)', RULE_CONDITION)
    expect(isConditionFault(found) ? [] : [...leavesOf(found)].map(text)).toEqual(['a', 'b', 'one:c*'])
    expect(isConditionFault(found) ? [] : namesOf(found)).toEqual(['a', 'b'])
  })
})

describe('a pattern', () => {
  it.each([
    ['sel*', 'selection', true],
    ['*tion', 'selection', true],
    ['s*t*n', 'selection', true],
    ['s*x*n', 'selection', false],
    ['sel', 'selection', false],
    ['selection', 'sel', false],
    ['sel**', 'sel', true],
    ['them', 'anything', true],
    ['them', '_hidden', false],
    ['_*', '_hidden', true],
    ['*', '', true]
  ])('%s on %s: %s', (pattern, name, expected) => {
    expect(selects(pattern, name)).toBe(expected)
  })
})
