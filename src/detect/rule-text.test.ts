import * as fc from 'fast-check'
import { YAML11_SCHEMA, loadAll } from 'js-yaml'
import { expect, it } from 'vitest'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import { goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { cleanText } from '../indicator/clean-text.ts'
import { CONFIDENCES } from '../indicator/confidence.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { SECTORS } from '../indicator/sector.ts'
import { TLPS } from '../indicator/tlp.ts'
import type { SelectionMap, SigmaRule } from '../sigma/rule.ts'
import { DOCUMENT_SEPARATOR, writeRule } from '../sigma/write-rule.ts'
import { ruleFor } from './rule-for.ts'
import { ruleText } from './rule-text.ts'

const hostilePiece = fc.constantFrom(
  "'",
  '"',
  '---',
  '\n---\n',
  '...',
  ': ',
  ' #',
  '- ',
  '*',
  '?',
  '\\',
  '!!',
  '%',
  '{',
  '\u2028',
  '\u0085',
  'null'
)
const name = fc
  .array(fc.oneof(hostilePiece, fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((pieces) => cleanText(pieces.join(''), 300))
const names = fc.uniqueArray(name, { maxLength: 8 })

const context = fc.record({
  role: fc.constantFrom('source' as const, 'destination' as const, 'unknown' as const),
  critical: fc.boolean(),
  threatTypes: names,
  malwareFamilies: names,
  actors: names,
  ports: fc.uniqueArray(fc.integer({ min: 1, max: 65_535 }), { maxLength: 8 }),
  techniques: fc.subarray(['T1059.001', 'T1086', 'T1064', 'T9999', 'T1078', 'T1162']),
  industries: fc.subarray([...SECTORS]),
  links: names.map((texts) => texts.map((text) => `https://example.com/${text}`)),
  tlp: fc.constantFrom(undefined, ...TLPS)
})

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: length, maxLength: length })
const label = fc.string({ unit: fc.constantFrom(...'abcxyz019_'.split('')), minLength: 1, maxLength: 63 })
const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.example`)
const path = fc.string({
  unit: fc.oneof(
    fc.constantFrom('?', '*', '\\', "'", '.', '/'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 })
  ),
  maxLength: 200
})
const authority = fc.oneof(host, fc.constantFrom('[2001:db8::1]', '192.0.2.1', '[2001:db8::1]:8080', 'h.example:1'))

const identified = fc.oneof(
  fc.record({ kind: fc.constant('ipv4' as const), value: fc.ipV4() }),
  fc.record({
    kind: fc.constant('ipv6' as const),
    value: fc.constantFrom('2001:db8::', '::1', '2001:db8:1:2:3:4:5:6')
  }),
  fc.record({ kind: fc.constant('domain' as const), value: host }),
  fc.record({
    kind: fc.constant('url' as const),
    value: fc.tuple(authority, path).map(([at, rest]) => `${at}/${rest.replaceAll(' ', '%20')}`)
  }),
  fc.record({ kind: fc.constant('md5' as const), value: hex(32) }),
  fc.record({ kind: fc.constant('sha1' as const), value: hex(40) }),
  fc.record({ kind: fc.constant('sha256' as const), value: hex(64) }),
  fc.record({
    kind: fc.constant('cve' as const),
    value: fc.integer({ min: 1000, max: 999_999 }).map((n) => `CVE-2024-${n}`)
  }),
  fc.record({ kind: fc.constant('mitre-attack' as const), value: fc.constantFrom('T1059', 'T1086', 'T1064') }),
  fc.record({
    kind: fc.constant('email' as const),
    value: fc.tuple(label, host).map(([user, at]) => `${user}'s@${at}`)
  })
)

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    identified,
    confidence: fc.constantFrom(...CONFIDENCES),
    firstSeen: fc.option(day, { nil: undefined }),
    days: fc.tuple(day, day).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
    feeds: fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
    context
  })
  .map(({ identified, confidence, firstSeen, days: [added, changed], feeds, context }) =>
    goldenIndicator({
      ...identified,
      confidence,
      ...(firstSeen === undefined ? {} : { firstSeen }),
      added,
      changed,
      feeds,
      context
    })
  )

/** A rule as a reader of YAML that knows nothing of types must see it. */
const documentOf = (rule: SigmaRule): unknown => {
  const { modified, selection, fields, tags, ...rest } = rule
  return {
    ...rest,
    status: 'experimental',
    ...(modified === undefined ? {} : { modified }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(fields.length === 0 ? {} : { fields }),
    detection: {
      selection: selection.length === 1 ? mapOf(selection.flat()) : selection.map(mapOf),
      condition: 'selection'
    }
  }
}

const keyOf = ({ field, modifiers }: SelectionMap[number]): string => [field, ...modifiers].join('|')
const mapOf = (map: SelectionMap): unknown =>
  Object.fromEntries(map.map((match) => [keyOf(match), match.values.length === 1 ? match.values[0] : match.values]))

const style = { ...SEED_STYLE, fields: true }

it('readers of YAML 1.1 and 1.2 see exactly the rules that were written, one document each', () => {
  fc.assert(
    fc.property(fc.array(indicator, { minLength: 1, maxLength: 3 }), (indicators) => {
      const text = indicators.map((each) => ruleText(each, style)).join(DOCUMENT_SEPARATOR)
      const expected = indicators.map((each) => documentOf(ruleFor(each, style)))
      expect(loadAll(text)).toEqual(expected)
      expect(loadAll(text, { schema: YAML11_SCHEMA })).toEqual(expected)
    })
  )
})

it('the text of a rule is the rule, written, also where others share context and feeds with it', () => {
  const styles = fc.constantFrom(style, SEED_STYLE)
  fc.assert(
    fc.property(indicator, fc.array(indicator, { maxLength: 3 }), styles, ({ context, feeds }, others, each) => {
      for (const other of others) {
        const sharing = { ...other, context, feeds }
        expect(ruleText(sharing, each)).toBe(writeRule(ruleFor(structuredClone(sharing), each)))
      }
    })
  )
})

it('a title has at most 120 characters, never ends in a dot, and is followed by the whole value where it is cut', () => {
  fc.assert(
    fc.property(indicator, (each) => {
      const { title, description } = ruleFor(each, style)
      expect(title.length).toBeLessThanOrEqual(120)
      expect(title.endsWith('.')).toBe(false)
      const shown = title.toLowerCase().includes(each.value.toLowerCase())
      expect(shown || description.includes(each.value.replace(/\/$/, ''))).toBe(true)
    })
  )
})

it('no map of a selection names a key twice, and no wildcard or escape stands in a value', () => {
  fc.assert(
    fc.property(indicator, (each) => {
      const { selection } = ruleFor(each, style)
      for (const map of selection) expect(new Set(map.map(keyOf)).size).toBe(map.length)
      const values = selection.flat().flatMap((match) => match.values)
      expect(values.filter((value) => value === '' || /[*?\\]/.test(value))).toEqual([])
    })
  )
})

it('the lists of a rule are unique and its tags sorted', () => {
  fc.assert(
    fc.property(indicator, (each) => {
      const { tags, references, selection } = ruleFor(each, style)
      const lists = [
        tags,
        references,
        ...selection.flat().map(({ values }) => values.map((value) => value.toLowerCase()))
      ]
      for (const list of lists) expect(new Set(list).size).toBe(list.length)
      expect([...tags].sort()).toEqual(tags)
    })
  )
})

it('the same indicator always gives the same text', () => {
  fc.assert(
    fc.property(indicator, (each) => {
      expect(ruleText(structuredClone(each), style)).toBe(ruleText(each, style))
    })
  )
})
