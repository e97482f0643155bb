import { expect, test } from 'vitest'
import { formatDuration, parseDuration, roughDuration } from './duration.ts'

test.each([
  ['90s', 90],
  ['30m', 1_800],
  ['1h', 3_600],
  ['7d', 604_800],
  ['0s', 0]
])('%s is %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.each(['', '1', 'h', '1 h', '1H', '-1h', '1.5h', '1w', '1h30m', '1'.repeat(10) + 's', '١h'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined()
  }
)

test.each([
  [90, '90s', '1m'],
  [5_400, '90m', '1h'],
  [604_800, '7d', '7d'],
  [0, '0d', '0s'],
  [59, '59s', '59s']
])('%i seconds are written exactly as %s, roughly as %s', (seconds, exact, rough) => {
  expect([formatDuration(seconds), roughDuration(seconds)]).toEqual([exact, rough])
})
