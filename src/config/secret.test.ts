import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

test('a secret comes out only where it is asked for', () => {
  const secret = new Secret('hunter2')
  expect(secret.reveal()).toBe('hunter2')
  for (const text of [JSON.stringify({ secret }), inspect({ secret }, { showHidden: true })]) {
    expect(text).not.toContain('hunter2')
  }
})
