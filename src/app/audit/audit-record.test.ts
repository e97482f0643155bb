import { expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { settableClock } from '../../platform/clock.ts'
import { auditRecord } from './audit-record.ts'

test('a text of a detail is cut, also one in a list, and nothing else is changed', () => {
  const long = 'x'.repeat(501)
  const details = { one: long, many: ['y', long], count: 7, is: true, none: null, left: undefined }
  const cut = `${'x'.repeat(500)}...`
  expect(auditRecord(settableClock(MOMENT), 'key:a', 'action_refused', details)).toEqual({
    at: MOMENT,
    actor: 'key:a',
    event: 'action_refused',
    details: { one: cut, many: ['y', cut], count: 7, is: true, none: null }
  })
})
