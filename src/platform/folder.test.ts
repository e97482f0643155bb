import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isFolder, openFolder } from './folder.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(root, { recursive: true }))
const newFolder = (): string => mkdtempSync(join(root, 'case-'))

test('a folder that is not there is made', async () => {
  const path = join(newFolder(), 'rules', 'today')
  await openFolder(path)
  expect(statSync(path).isDirectory()).toBe(true)
})

test('a text is written once and read back', async () => {
  const path = newFolder()
  const folder = await openFolder(path)
  expect(await folder.read('rule.yml')).toBeUndefined()
  expect(await folder.writeIfChanged('rule.yml', 'é\n')).toBe('written')
  expect(await folder.read('rule.yml')).toBe('é\n')
  const before = statSync(join(path, 'rule.yml'), { bigint: true })
  expect(await folder.writeIfChanged('rule.yml', 'é\n')).toBe('unchanged')
  const after = statSync(join(path, 'rule.yml'), { bigint: true })
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs])
  expect(await folder.writeIfChanged('rule.yml', 'other')).toBe('written')
  expect(readFileSync(join(path, 'rule.yml'), 'utf8')).toBe('other')
  expect(readdirSync(path)).toEqual(['rule.yml'])
})

test('the list is sorted and without hidden names', async () => {
  const path = newFolder()
  const folder = await openFolder(path)
  for (const name of ['b.yml', 'a.yml', '.hidden']) writeFileSync(join(path, name), '')
  mkdirSync(join(path, 'c'))
  expect(await folder.list()).toEqual(['a.yml', 'b.yml', 'c'])
})

test('a file is removed, and one that is gone is no trouble', async () => {
  const path = newFolder()
  const folder = await openFolder(path)
  writeFileSync(join(path, 'a.yml'), '')
  await folder.remove('a.yml')
  await folder.remove('a.yml')
  expect(readdirSync(path)).toEqual([])
})

test.each(['', '.', '..', '../x', '/etc/x', 'a/b', 'a\\b', 'C:x', 'a\0b', 'a\nb'])(
  'the name %j never leads anywhere',
  async (name) => {
    const folder = await openFolder(newFolder())
    const refusal = { code: 'folder_not_ours', message: saying('is no plain file name') }
    await expect(folder.read(name)).rejects.toMatchObject(refusal)
    await expect(folder.writeIfChanged(name, 'x')).rejects.toMatchObject(refusal)
    await expect(folder.remove(name)).rejects.toMatchObject(refusal)
  }
)

test('a link in the folder is neither read nor written through, and removing it spares what it shows', async () => {
  const path = newFolder()
  const outside = join(newFolder(), 'outside')
  writeFileSync(outside, 'precious')
  symlinkSync(outside, join(path, 'rule.yml'))
  const folder = await openFolder(path)
  const refusal = { code: 'folder_not_ours', message: saying('is no plain file.') }
  await expect(folder.read('rule.yml')).rejects.toMatchObject(refusal)
  await expect(folder.writeIfChanged('rule.yml', 'x')).rejects.toMatchObject(refusal)
  await folder.remove('rule.yml')
  expect(existsSync(join(path, 'rule.yml'))).toBe(false)
  expect(readFileSync(outside, 'utf8')).toBe('precious')
})

test('a folder in the place of a file is refused', async () => {
  const path = newFolder()
  mkdirSync(join(path, 'rule.yml'))
  const folder = await openFolder(path)
  await expect(folder.writeIfChanged('rule.yml', 'x')).rejects.toMatchObject({ code: 'folder_not_ours' })
  await expect(folder.remove('rule.yml')).rejects.toMatchObject({ code: 'disk_denied' })
})

test('a file in the place of the folder is refused', async () => {
  const path = join(newFolder(), 'file')
  writeFileSync(path, '')
  await expect(openFolder(path)).rejects.toMatchObject({
    code: 'disk_denied',
    message: saying('a file of that name is in the way')
  })
})

test('a folder is told from a file and from nothing', async () => {
  const path = newFolder()
  writeFileSync(join(path, 'file'), '')
  expect(await isFolder(path)).toBe(true)
  expect(await isFolder(join(path, 'file'))).toBe(false)
  expect(await isFolder(join(path, 'nothing'))).toBe(false)
})
