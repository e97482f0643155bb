import { expect, test } from 'vitest'
import type { Source } from '../../indicator/indicator.ts'
import { EMPTY_CONTEXT } from '../../indicator/make-context.ts'
import { type Tlp, TLPS } from '../../indicator/tlp.ts'
import { isAllowed } from './restriction.ts'

const source = (feed: string, tlp: Tlp | undefined): Source => ({
  feed,
  confidence: 'low',
  firstSeen: undefined,
  lastSeen: 20_000,
  validUntil: undefined,
  context: { ...EMPTY_CONTEXT, tlp }
})

test('a source is allowed up to a level; one that states none counts as clear', () => {
  const levels = [undefined, ...TLPS]
  const allowedUpTo = (maxTlp: Tlp): readonly (Tlp | undefined)[] =>
    levels.filter((tlp) => isAllowed(source('a', tlp), { maxTlp, feeds: undefined }))
  expect(allowedUpTo('clear')).toEqual([undefined, 'clear'])
  expect(allowedUpTo('amber')).toEqual([undefined, 'clear', 'green', 'amber'])
  expect(allowedUpTo('red')).toEqual(levels)
})

test('a source is allowed by the exact name of its feed', () => {
  const restriction = { maxTlp: undefined, feeds: ['a', 'b'] }
  expect(['a', 'b', 'A', 'ab', ''].filter((feed) => isAllowed(source(feed, 'red'), restriction))).toEqual(['a', 'b'])
})

test('level and feed both have to be right', () => {
  const restriction = { maxTlp: 'green', feeds: ['a'] } as const
  expect(isAllowed(source('a', 'green'), restriction)).toBe(true)
  expect(isAllowed(source('a', 'amber'), restriction)).toBe(false)
  expect(isAllowed(source('b', 'green'), restriction)).toBe(false)
})
