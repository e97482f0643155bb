import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Context } from './context.ts'
import { LONGEST_LIST } from './context-lists.ts'
import { contextKey, EMPTY_CONTEXT, makeContext, mergeContexts } from './make-context.ts'
import { SECTORS } from './sector.ts'
import { TLPS } from './tlp.ts'

const texts = fc.array(
  fc.oneof(fc.constantFrom('a', 'b', 'n/a', 'T1059', 'https://example.com/'), fc.string({ unit: 'binary' }))
)
const parts: fc.Arbitrary<Partial<Context>> = fc.record(
  {
    role: fc.constantFrom('source', 'destination', 'unknown'),
    critical: fc.boolean(),
    threatTypes: texts,
    malwareFamilies: texts,
    actors: texts,
    ports: fc.array(fc.integer({ min: -1, max: 70_000 })),
    fileNames: texts,
    tags: texts,
    techniques: texts,
    industries: fc.array(fc.constantFrom(...SECTORS)),
    links: texts,
    tlp: fc.constantFrom(...TLPS, undefined),
    licences: texts,
    scheme: fc.constantFrom('http', 'https', undefined)
  },
  { requiredKeys: [] }
)
const contexts = fc.array(parts.map(makeContext), { maxLength: 5 })

test('saying nothing gives the empty context itself', () => {
  expect(makeContext({})).toBe(EMPTY_CONTEXT)
  expect(makeContext({ tags: ['n/a', ' None ', '-', ''], ports: [0] })).toBe(EMPTY_CONTEXT)
})

test('texts are cleaned, sorted and unique', () => {
  const context = makeContext({ tags: ['b', ' a\n', 'b', 'a\u202e', '\u{1f600}', '\uff21'] })
  expect(context.tags).toEqual(['a', 'b', '\uff21', '\u{1f600}'])
})

test('only what has the form of its field is kept', () => {
  const context = makeContext({
    techniques: ['t1059.001', ' T1059 ', 'TA0001', 'PowerShell'],
    links: [
      'https://example.com/b',
      'HTTP://example.com/a\u0000',
      'ftp://example.com/',
      'javascript:alert(1)',
      'https://example.com/a b',
      'https://',
      `https://example.com/${'a'.repeat(2048)}`
    ],
    ports: [443, 80, 443, 0, 65_536, 1.5]
  })
  expect(context.techniques).toEqual(['T1059', 'T1059.001'])
  expect(context.links).toEqual(['HTTP://example.com/a', 'https://example.com/b'])
  expect(context.ports).toEqual([80, 443])
})

test('lists and names are capped', () => {
  const { tags, fileNames } = makeContext({
    tags: Array.from({ length: 200 }, (_, index) => `tag ${index}`),
    fileNames: [`${'a'.repeat(300)}.exe`]
  })
  expect(tags).toHaveLength(LONGEST_LIST)
  expect(fileNames).toEqual([`${'a'.repeat(252)}...`])
})

test('a context made again from its key is the same', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const context = makeContext(given)
      const again = makeContext(JSON.parse(contextKey(context)) as Partial<Context>)
      expect(again).toEqual(context)
      expect(contextKey(again)).toBe(contextKey(context))
    })
  )
})

test('the key does not depend on the order of the properties', () => {
  expect(contextKey({ ...EMPTY_CONTEXT, critical: true })).toBe(contextKey({ critical: true, ...withoutCritical }))
})
const { critical: _, ...withoutCritical } = EMPTY_CONTEXT

test('merging does not depend on the order of the inputs or on how often one stands there', () => {
  fc.assert(
    fc.property(contexts, (given) => {
      const merged = contextKey(mergeContexts(given))
      expect(contextKey(mergeContexts(given.toReversed()))).toBe(merged)
      expect(contextKey(mergeContexts([...given, ...given]))).toBe(merged)
    })
  )
})

test('one context, equal ones and none are not copied', () => {
  const context = makeContext({ tags: ['a'] })
  expect(mergeContexts([context])).toBe(context)
  expect(mergeContexts([context, makeContext({ tags: ['a'] })])).toBe(context)
  expect(mergeContexts([])).toBe(EMPTY_CONTEXT)
})

test.each([
  [['source', 'source'], 'source'],
  [['source', 'unknown'], 'unknown'],
  [['source', 'destination'], 'destination'],
  [['unknown', 'destination'], 'destination']
] as const)('roles %o give %s', (roles, role) => {
  const [first, second] = roles
  expect(mergeContexts([makeContext({ role: first, tags: ['a'] }), makeContext({ role: second })]).role).toBe(role)
})

test('the strictest level, the more open scheme, the graver word and every entry win', () => {
  const merged = mergeContexts([
    makeContext({ tlp: 'green', scheme: 'https', tags: ['b'], ports: [443] }),
    makeContext({ tlp: 'red', scheme: 'http', tags: ['a'], critical: true }),
    makeContext({ actors: ['c'], ports: [80] })
  ])
  expect(merged).toMatchObject({
    tlp: 'red',
    scheme: 'http',
    critical: true,
    tags: ['a', 'b'],
    ports: [80, 443],
    actors: ['c']
  })
  expect(mergeContexts([makeContext({ scheme: 'https' }), EMPTY_CONTEXT]).scheme).toBe('https')
})

test('what a policy list says becomes a tag beside a source that names no threat type', () => {
  const tor = makeContext({ threatTypes: ['tor'], tags: ['exit'] })
  const unsaid = makeContext({ role: 'destination' })
  expect(mergeContexts([tor, unsaid])).toMatchObject({ threatTypes: [], tags: ['exit', 'tor'] })
  expect(mergeContexts([tor, makeContext({ threatTypes: ['botnet_cc'] }), unsaid]).threatTypes).toEqual([
    'botnet_cc',
    'tor'
  ])
  expect(mergeContexts([tor, makeContext({ threatTypes: ['vpn'] })])).toMatchObject({
    threatTypes: ['tor', 'vpn'],
    tags: ['exit']
  })
})
