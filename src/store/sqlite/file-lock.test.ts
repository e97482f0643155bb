import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../../tests/support/scratch.ts'
import { lockFile } from './file-lock.ts'

test('a file is held by one at a time, and free again when it is released', async () => {
  const path = join(await scratchFolder(), 'lock')
  const release = lockFile(path)
  expect(release).toBeTypeOf('function')
  expect(lockFile(path)).toBeUndefined()
  release?.()
  const again = lockFile(path)
  expect(again).toBeTypeOf('function')
  again?.()
})

test('what cannot be locked says so', async () => {
  const folder = await scratchFolder()
  await mkdir(join(folder, 'a-folder'))
  expect(() => lockFile(join(folder, 'a-folder'))).toThrow(expect.objectContaining({ code: 'disk_denied' }))
  await writeFile(join(folder, 'text'), 'this is no lock, and longer than a header of one hundred bytes '.repeat(4))
  expect(() => lockFile(join(folder, 'text'))).toThrow(expect.objectContaining({ code: 'store_damaged' }))
})
