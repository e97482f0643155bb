import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTree } from './tree.ts'

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(root, { recursive: true }))
const newFolder = (): string => mkdtempSync(join(root, 'case-'))

async function* textOf(...pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces
}

const readAll = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

test('a folder that is not there holds nothing, and is made by a write', async () => {
  const path = join(newFolder(), 'new')
  const tree = openTree(path)
  expect(await tree.list()).toEqual([])
  expect(existsSync(path)).toBe(false)
  await tree.write('a/b.txt', textOf('é', '\n'))
  expect(await readAll(tree.read('a/b.txt'))).toBe('é\n')
  await openTree(join(path, 'made')).make()
  expect(existsSync(join(path, 'made'))).toBe(true)
})

test('visible files are listed by code point, whatever their depth', async () => {
  const path = newFolder()
  const tree = openTree(path)
  for (const name of ['b', 'a/c', 'a.txt', 'B']) await tree.write(name, textOf(name))
  writeFileSync(join(path, '.hidden'), '')
  mkdirSync(join(path, '.folder'))
  writeFileSync(join(path, '.folder', 'file'), '')
  expect(await tree.list()).toEqual(['B', 'a.txt', 'a/c', 'b'])
})

test('what is staged is nowhere to be seen until it is placed', async () => {
  const path = newFolder()
  const tree = openTree(path)
  await tree.write('a/b.txt', textOf('old'))
  await tree.stage('a/b.txt', textOf('new'))
  await tree.stage('c/d.txt', textOf('more'))
  expect(await tree.list()).toEqual(['a/b.txt'])
  await tree.place('a/b.txt')
  await tree.place('c/d.txt')
  expect(readFileSync(join(path, 'a', 'b.txt'), 'utf8')).toBe('new')
  expect(await tree.list()).toEqual(['a/b.txt', 'c/d.txt'])
})

test('what was staged and not placed is thrown away', async () => {
  const path = newFolder()
  const tree = openTree(path)
  await tree.stage('a', textOf('left'))
  await tree.unstage()
  await tree.unstage()
  expect(readdirSync(path)).toEqual([])
  await expect(tree.place('a')).rejects.toMatchObject({ code: 'disk_denied' })
})

test('a file is removed with the folders that are empty without it', async () => {
  const path = newFolder()
  const tree = openTree(path)
  for (const name of ['a/b/c', 'a/d', 'e']) await tree.write(name, textOf(name))
  await tree.remove('a/b/c')
  expect(existsSync(join(path, 'a', 'b'))).toBe(false)
  await tree.remove('a/d')
  await tree.remove('a/d')
  expect(readdirSync(path)).toEqual(['e'])
})

test.each(['', '.', '..', '../a', '/a', 'a/../b', 'a//b', '.hidden', 'a/.b', 'a\\b', 'a\nb'])(
  'the path %j is none of it',
  async (path) => {
    const tree = openTree(newFolder())
    for (const use of [tree.stage(path, textOf()), tree.write(path, textOf()), tree.remove(path), tree.place(path)]) {
      await expect(use).rejects.toMatchObject({ code: 'folder_not_ours' })
    }
    await expect(readAll(tree.read(path))).rejects.toMatchObject({ code: 'folder_not_ours' })
  }
)

test('a link in it is never followed, and a folder is no file', async () => {
  const [path, elsewhere] = [newFolder(), newFolder()]
  writeFileSync(join(elsewhere, 'file'), 'mine')
  symlinkSync(elsewhere, join(path, 'link'))
  symlinkSync(join(elsewhere, 'file'), join(path, 'file'))
  mkdirSync(join(path, 'folder'))
  const tree = openTree(path)
  for (const name of ['link/file', 'file', 'folder']) {
    await expect(tree.write(name, textOf('theirs'))).rejects.toMatchObject({ code: 'folder_not_ours' })
    await expect(tree.remove(name)).rejects.toMatchObject({ code: 'folder_not_ours' })
  }
  expect(readFileSync(join(elsewhere, 'file'), 'utf8')).toBe('mine')
})

test('a file that is missing, or has a file for its folder, is a problem of the input', async () => {
  const tree = openTree(newFolder())
  await expect(readAll(tree.read('a'))).rejects.toMatchObject({ code: 'input_missing' })
  await tree.write('a', textOf('x'))
  await expect(readAll(tree.read('a/b'))).rejects.toMatchObject({ code: 'folder_not_ours' })
})
