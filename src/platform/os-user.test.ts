import { userInfo } from 'node:os'
import { expect, test } from 'vitest'
import { osUser } from './os-user.ts'

test('the user of the process has a name', () => {
  expect(osUser()).toBe(userInfo().username)
})
