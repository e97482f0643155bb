import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { onDisk } from './disk-problem.ts'
import { errnoOf } from './errno.ts'
import { inputProblem } from './input-problem.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'file'), 'text')
mkdirSync(join(folder, 'folder'))

test.each([
  ['missing/file', 'its folder does not exist. Make the folder first (ENOENT).'],
  ['file/below', 'a part of its path is a file, not a folder. Check the path (ENOTDIR).'],
  ['folder', 'it is a folder. Name a file (EISDIR).'],
  ['n'.repeat(300), 'its name is longer than the disk allows. Choose a shorter one (ENAMETOOLONG).']
])('writing %.20s is denied with the reason and the remedy', async (name, reason) => {
  const path = join(folder, name)
  await expect(onDisk(path, () => writeFile(path, 'x'))).rejects.toMatchObject({
    code: 'disk_denied',
    message: saying(reason)
  })
})

test.skipIf(process.platform !== 'linux')('a write without room is disk_full', async () => {
  await expect(onDisk('/dev/full', () => writeFile('/dev/full', 'x'))).rejects.toMatchObject({
    code: 'disk_full',
    message: '"/dev/full" cannot be written: there is no room left (ENOSPC). Free some, or choose another place.'
  })
})

test('a code without a sentence of its own is named', async () => {
  const loop = Object.assign(new Error('too many links'), { code: 'ELOOP' })
  await expect(onDisk('x', () => Promise.reject(loop))).rejects.toMatchObject({
    code: 'disk_denied',
    message: '"x" cannot be written: the system refused it (ELOOP).',
    cause: loop
  })
})

test('what does not come from the operating system stays what it is', async () => {
  const bug = new TypeError('a bug')
  await expect(onDisk('x', () => Promise.reject(bug))).rejects.toBe(bug)
  expect(() => inputProblem('x', bug)).toThrow(bug)
  expect(errnoOf('ENOENT')).toBeUndefined()
  expect(errnoOf(Object.assign(new Error('library'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined()
  expect(errnoOf(Object.assign(new Error('number'), { code: 7 }))).toBeUndefined()
})

test('a file that cannot be read for another reason names the code', async () => {
  const error: unknown = await readFile(folder).catch((failure: unknown) => failure)
  expect(inputProblem(folder, error)).toMatchObject({
    code: 'input_denied',
    message: saying('cannot be read (EISDIR)')
  })
})
