import { expect, test } from 'vitest'
import { refuseSecret, withoutSecret } from './refuse-secret.ts'

const refuse = (text: string): void => refuseSecret(text, 'sk_live_', 'reason')

test.each(['', 'lost', 'sk_live_', 'sk_live_zIc8 was lost', 'sk_live_ and sk_live_zIc8', 'sk_live_production'])(
  '%j may be kept',
  (text) => {
    expect(() => refuse(text)).not.toThrow()
  }
)

test.each([
  'sk_live_zIc8AbCdEf01GhIj',
  'leaked: sk_live_zIc8AbCdEf01GhIjKl in a log',
  'sk_live_zIc8 is sk_live_zIc8AbCdEf01GhIj'
])('%j may not, and is not repeated', (text) => {
  expect(() => refuse(text)).toThrow(/^reason: it holds an API key(?!.*AbCd)/)
})

test('nothing is left of a text that holds one, and every other stays as it is', () => {
  expect(withoutSecret('match[id]=sk_live_zIc8AbCdEf01GhIj', 'sk_live_')).toBe('[redacted]')
  expect(withoutSecret('type=ipv4', 'sk_live_')).toBe('type=ipv4')
})
