import { expect, test } from 'vitest'
import { dayOfSeconds } from '../../indicator/time.ts'
import { DAY_READING } from './readings.ts'

test('a day is read in UTC', () => {
  expect(DAY_READING.read('2027-03-31')).toBe(dayOfSeconds(Date.UTC(2027, 2, 31) / 1_000))
})

test.each(['2027-3-31', '2027-03-32', '2027-02-29', '2027-03-31T10:00:00Z', '31.03.2027', ''])(
  'what is no day of a calendar is not read as one: %j',
  (text) => {
    expect(DAY_READING.read(text)).toBeUndefined()
  }
)
