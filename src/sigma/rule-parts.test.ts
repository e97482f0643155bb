import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findForbidden } from '../indicator/forbidden-characters.ts'
import { joinParts, type RuleFilling, type RuleTemplate } from './rule-parts.ts'
import { isPlain } from './quote.ts'
import { writeParts, writeRule } from './write-rule.ts'

const hostile = fc.constantFrom("'", "''", '---', ': ', ' #', '{', '|', '\\', '"', 'null', '😀', '%')
const clean = fc.string({ unit: 'binary' }).filter((text) => findForbidden(text) === undefined)
const text = fc.array(fc.oneof(hostile, clean), { maxLength: 5 }).map((pieces) => pieces.join(''))
const texts = fc.array(text, { maxLength: 3 })

const template: fc.Arbitrary<RuleTemplate> = fc.record({
  titleStart: text,
  reported: text,
  remarks: text,
  references: texts,
  author: text,
  tags: fc.subarray(['attack.execution', 'tlp.amber']),
  logsource: fc.constantFrom({ category: 'proxy' }, { product: 'm365', service: 'exchange', definition: "it's" }),
  fields: texts,
  falsepositives: texts,
  level: fc.constantFrom('low', 'high')
})

const plainText = fc.string({ unit: 'grapheme-ascii' }).filter(isPlain)

const selectionOf = (value: fc.Arbitrary<string>) => {
  const match = fc.record({
    field: fc.constantFrom('A', 'c-uri'),
    modifiers: fc.constantFrom([], ['contains'], ['contains', 'all']),
    values: fc.array(value, { minLength: 1, maxLength: 3 })
  })
  return fc.array(fc.array(match, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
}

const fillingOf = (value: fc.Arbitrary<string>, isPlain: boolean): fc.Arbitrary<RuleFilling> =>
  fc.record({
    isPlain: fc.constant(isPlain),
    titleEnd: value,
    id: fc.uuid(),
    detected: value,
    since: value,
    date: fc.constantFrom('2026-05-17'),
    modified: fc.constantFrom(undefined, '2026-06-01'),
    tags: fc.constantFrom(undefined, [], ['cve.2021-44228']),
    selection: selectionOf(value)
  })

const filling = fillingOf(text, false)

it('parts are written as the rule is that they make, whatever they say', () => {
  fc.assert(
    fc.property(
      template,
      fc.array(fc.oneof(filling, fillingOf(plainText, true)), { minLength: 1 }),
      (shared, fillings) => {
        for (const each of fillings) {
          const parts = { template: shared, filling: each }
          expect(writeParts(parts)).toBe(writeRule(joinParts(parts)))
        }
      }
    )
  )
})

it('text that cannot stand on one line is refused in every part', () => {
  const anywhere = fc.tuple(
    template,
    filling,
    fc.constantFrom('titleStart', 'reported', 'remarks', 'author', 'titleEnd', 'detected', 'since')
  )
  fc.assert(
    fc.property(anywhere, ([shared, each, place]) => {
      const parts = place in shared ? [{ ...shared, [place]: 'a\n' }, each] : [shared, { ...each, [place]: 'a\n' }]
      const [spoilt, filled] = parts as [RuleTemplate, RuleFilling]
      expect(() => writeParts({ template: spoilt, filling: filled })).toThrow(TypeError)
    })
  )
})
