import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSelections } from './merge-selections.ts'
import type { FieldMatch, Selection } from './rule.ts'

const is = (field: string, ...values: readonly string[]): FieldMatch => ({ field, modifiers: [], values })
const ends = (field: string, ...values: readonly string[]): FieldMatch => ({ field, modifiers: ['endswith'], values })
const hasAll = (field: string, ...values: readonly string[]): FieldMatch => ({
  field,
  modifiers: ['contains', 'all'],
  values
})

describe('selections become one', () => {
  it('with one list for each field and its modifiers, by code point', () => {
    const merged = mergeSelections([
      [[is('QueryName', 'b.example')], [ends('QueryName', '.b.example')]],
      [[is('QueryName', 'a.example')], [ends('QueryName', '.a.example')]]
    ])
    expect(merged).toEqual([
      [is('QueryName', 'a.example', 'b.example')],
      [ends('QueryName', '.a.example', '.b.example')]
    ])
  })

  it('where a map that asks for more than one thing stands alone, and never joins another', () => {
    const split = [is('c-uri', 'http://a.example/'), ends('c-uri', '?x=1')]
    const all = [hasAll('c-uri', 'x', 'y')]
    const merged = mergeSelections([[split], [[is('c-uri', 'http://b.example/')]], [all]])
    expect(merged).toEqual([[is('c-uri', 'http://b.example/')], all, split])
  })

  it('in which what differs in letter case alone stands once, as the first by code point', () => {
    const split = (host: string) => [is('c-uri', host), ends('c-uri', '?x=1')]
    const merged = mergeSelections([
      [[is('c-uri', 'h.example/Path', 'h.example/path')], split('h.example/a')],
      [[is('c-uri', 'h.example/PATH')], split('h.example/A')]
    ])
    expect(merged).toEqual([[is('c-uri', 'h.example/PATH')], split('h.example/A')])
  })

  it('alike in whatever order they are given', () => {
    const map = fc.array(
      fc.record({
        field: fc.constantFrom('a', 'b'),
        modifiers: fc.constantFrom([], ['contains'], ['contains', 'all']),
        values: fc.array(fc.constantFrom('x', 'X', 'y', 'z'), { minLength: 1, maxLength: 3 })
      }),
      { minLength: 1, maxLength: 2 }
    )
    const selections: fc.Arbitrary<readonly Selection[]> = fc.array(fc.array(map, { minLength: 1, maxLength: 3 }), {
      maxLength: 4
    })
    fc.assert(
      fc.property(selections, (given) => {
        expect(mergeSelections(given.toReversed())).toEqual(mergeSelections(given))
      })
    )
  })
})
