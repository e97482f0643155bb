import { expect, test } from 'vitest'
import type { Indicator } from '../../indicator/indicator.ts'
import { makeContext } from '../../indicator/make-context.ts'
import { firstSight, lastSight } from './seen-times.ts'

const DAY = 86_400
const ADDED = 20_000 * DAY + 36_000

const seen = (figures: Partial<Indicator>): Indicator => ({
  id: '774b7f91-285c-5690-a91e-baaac45d53ff',
  kind: 'ipv4',
  value: '192.0.2.1',
  confidence: 'medium',
  firstSeen: undefined,
  lastSeen: 20_000,
  added: ADDED * 1_000_000,
  changed: ADDED * 1_000_000,
  noRule: undefined,
  guardedBy: undefined,
  feeds: ['feed'],
  context: makeContext({}),
  ...figures
})

test('the first sight is what a source says', () => {
  expect(firstSight(seen({ firstSeen: 5 }))).toBe(5)
})

test('without a source that says so, it is the day of acceptance', () => {
  expect(firstSight(seen({ lastSeen: 20_005 }))).toBe(20_000 * DAY)
})

test('but never a day after the last sight', () => {
  expect(firstSight(seen({ lastSeen: 19_000 }))).toBe(19_000 * DAY)
})

test('the last sight is a midnight, but never before the first', () => {
  expect(lastSight(20_000, undefined)).toBe(20_000 * DAY)
  expect(lastSight(20_000, 20_000 * DAY + 60)).toBe(20_000 * DAY + 60)
  expect(lastSight(20_001, 20_000 * DAY + 60)).toBe(20_001 * DAY)
})
