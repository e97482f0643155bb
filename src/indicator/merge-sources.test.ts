import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONFIDENCES } from './confidence.ts'
import type { Source } from './indicator.ts'
import { EMPTY_CONTEXT, makeContext } from './make-context.ts'
import { mergeSources } from './merge-sources.ts'

const source = (parts: Partial<Source>): Source => ({
  feed: 'a',
  confidence: 'medium',
  firstSeen: undefined,
  lastSeen: 20_000,
  validUntil: undefined,
  context: EMPTY_CONTEXT,
  ...parts
})

test('the highest confidence, the earliest first and the latest last day count', () => {
  const merged = mergeSources([
    source({ feed: 'b', confidence: 'low', firstSeen: 200, lastSeen: 20_002 }),
    source({ feed: 'a', confidence: 'high', firstSeen: 100, context: makeContext({ tags: ['x'] }) }),
    source({ feed: 'c' })
  ])
  expect(merged).toEqual({
    confidence: 'high',
    firstSeen: 100,
    lastSeen: 20_002,
    feeds: ['a', 'b', 'c'],
    context: makeContext({ tags: ['x'] })
  })
})

test('one source is merged into what it says', () => {
  expect(mergeSources([source({})])).toEqual({
    confidence: 'medium',
    firstSeen: undefined,
    lastSeen: 20_000,
    feeds: ['a'],
    context: EMPTY_CONTEXT
  })
})

test('no source at all is a fault of the caller', () => {
  expect(() => mergeSources([])).toThrow(RangeError)
})

test('the order of the sources does not matter', () => {
  const sources = fc.array(
    fc.record({
      feed: fc.constantFrom('a', 'b', '\uff21', '\u{1f600}'),
      confidence: fc.constantFrom(...CONFIDENCES),
      firstSeen: fc.option(fc.nat(), { nil: undefined }),
      lastSeen: fc.nat(30_000),
      validUntil: fc.constant(undefined),
      context: fc.record({ tags: fc.array(fc.constantFrom('x', 'y')), ports: fc.array(fc.nat(3)) }).map(makeContext)
    }),
    { minLength: 1, maxLength: 6 }
  )
  fc.assert(
    fc.property(sources, (given) => {
      expect(mergeSources(given.toReversed())).toEqual(mergeSources(given))
    })
  )
})
