import { Database } from './driver.ts'
import { expect, test } from 'vitest'
import { patiently } from './patience.ts'
import { isBusy } from './problems.ts'

const busy = (): never => {
  throw new Database.SqliteError('database is locked', 'SQLITE_BUSY')
}

test('a lock is waited for', async () => {
  let attempts = 0
  const attempt = (): string => {
    attempts += 1
    return attempts < 4 ? busy() : 'done'
  }
  expect(await patiently(attempt)).toBe('done')
  expect(attempts).toBe(4)
})

test('patience ends', async () => {
  await expect(patiently(busy, 10)).rejects.toSatisfy(isBusy)
})

test('other failures are not waited for', async () => {
  let attempts = 0
  const attempt = (): never => {
    attempts += 1
    throw new Error('broken')
  }
  await expect(patiently(attempt)).rejects.toThrow('broken')
  expect(attempts).toBe(1)
})
