import { expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { retryAt } from './retry-at.ts'

const seconds = (failures: number, retryAfter?: number): number =>
  (retryAt(MOMENT, failures, retryAfter) - MOMENT) / 1_000_000

test('each failure doubles the wait, up to a day', () => {
  expect([1, 2, 3, 4, 11, 12, 2_000].map((failures) => seconds(failures))).toEqual([
    60, 120, 240, 480, 61_440, 86_400, 86_400
  ])
})

test('a server that asks for more time gets it, up to a day', () => {
  expect([seconds(1, 600), seconds(5, 600), seconds(1, 0), seconds(1, 10 ** 9)]).toEqual([600, 960, 60, 86_400])
})
