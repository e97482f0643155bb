import { expect, it } from 'vitest'
import { takenBack } from './taken-back.ts'

it('shows what a report can show of a value, and takes back all of it', () => {
  const value = `https://a.example/${'x'.repeat(300)}`
  expect(takenBack('url', value, 'line 1', { reason: 'expired', detail: 'not active' })).toEqual({
    value: value.slice(0, 200),
    position: 'line 1',
    rejection: { reason: 'expired', detail: 'not active' },
    takesBack: { kind: 'url', value }
  })
  expect(takenBack(undefined, 'a.example', 'line 1', { reason: 'revoked' }).takesBack).toEqual({
    kind: undefined,
    value: 'a.example'
  })
})
