import { expect, it } from 'vitest'
import { expiry } from './expiry.ts'

it('refuses what ended before now, and nothing else', () => {
  expect(expiry(86_400, 86_400)).toEqual({ reason: 'expired', detail: 'valid until 1970-01-02T00:00:00Z' })
  expect(expiry(86_401, 86_400)).toBeUndefined()
  expect(expiry(undefined, 86_400)).toBeUndefined()
})
