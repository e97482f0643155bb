import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type InputSource, stemOf } from './input-source.ts'
import { openInputs } from './open-inputs.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
const at = (...names: string[]): string => join(folder, ...names)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  for (const name of ['tree', 'tree/b', 'tree/b/deep', 'tree/.git', 'empty']) mkdirSync(at(name))
  for (const name of ['a.txt', 'b/2.csv', 'b/10.csv', 'b/deep/x.json', 'c.txt', '.hidden', '.git/config']) {
    writeFileSync(at('tree', name), `in ${name}`)
  }
  symlinkSync(at('tree'), at('tree', 'b', 'loop'))
  symlinkSync('self', at('tree', 'self'))
  symlinkSync(at('tree', 'a.txt'), at('tree', 'd-link.txt'))
  symlinkSync(at('nowhere'), at('tree', 'e-dangling.txt'))
})

const inputs = async (paths: readonly string[], stdin = ''): Promise<readonly InputSource[]> => {
  const found: InputSource[] = []
  for await (const input of openInputs(paths, Readable.from([Buffer.from(stdin)]))) found.push(input)
  return found
}

const textOf = async (input: InputSource | undefined): Promise<string> => {
  const bytes: Uint8Array[] = []
  for await (const chunk of input?.open() ?? []) bytes.push(chunk)
  return Buffer.concat(bytes).toString()
}

test('a file is an input with its name, stem, time and bytes', async () => {
  const path = at('urlhaus.csv')
  writeFileSync(path, 'some bytes')
  utimesSync(path, 1_600_000_000, 1_700_000_000.75)
  const [input] = await inputs([path])
  expect(input).toMatchObject({ name: path, stem: 'urlhaus', modified: 1_700_000_000, path })
  expect(await textOf(input)).toBe('some bytes')
})

test('a folder gives its visible files in sorted order, and no folder twice', async () => {
  const found = await inputs([at('tree')])
  const names = ['a.txt', 'b/10.csv', 'b/2.csv', 'b/deep/x.json', 'c.txt', 'd-link.txt', 'e-dangling.txt', 'self']
  expect(found.map((input) => input.name)).toEqual(names.map((name) => at('tree', name)))
  expect(await textOf(found[5])).toBe('in a.txt')
})

test('links that lead nowhere are inputs that say so', async () => {
  const found = await inputs([at('tree')])
  await expect(textOf(found[6])).rejects.toMatchObject({ code: 'input_missing' })
  await expect(textOf(found[7])).rejects.toMatchObject({
    code: 'input_denied',
    message: saying('cannot be read (ELOOP)')
  })
})

test('a dash is standard input', async () => {
  const [input] = await inputs(['-'], 'piped')
  expect(input).toMatchObject({ name: '-', stem: 'stdin', modified: undefined, path: undefined })
  expect(await textOf(input)).toBe('piped')
})

test('a missing path is a problem of its own, and the others are read', async () => {
  const [missing, below, present] = await inputs([at('nowhere.csv'), at('urlhaus.csv', 'x'), at('tree', 'a.txt')])
  await expect(textOf(missing)).rejects.toMatchObject({
    code: 'input_missing',
    message: `There is no file or folder "${at('nowhere.csv')}". Check the path.`
  })
  await expect(textOf(below)).rejects.toMatchObject({ code: 'input_missing' })
  expect(await textOf(present)).toBe('in a.txt')
})

test('a folder without files says so', async () => {
  const [input] = await inputs([at('empty')])
  await expect(textOf(input)).rejects.toMatchObject({ code: 'input_empty' })
})

test('a file that goes away before it is read is missing', async () => {
  writeFileSync(at('short-lived'), '')
  const [input] = await inputs([at('short-lived')])
  rmSync(at('short-lived'))
  await expect(textOf(input)).rejects.toMatchObject({ code: 'input_missing' })
})

test.skipIf(process.platform === 'win32')('a pipe is read when it is named and left out in a folder', async () => {
  mkdirSync(at('pipes'))
  const pipe = at('pipes', 'feed')
  spawnSync('sh', ['-c', 'mkfifo "$0"', pipe])
  const [inFolder] = await inputs([at('pipes')])
  await expect(textOf(inFolder)).rejects.toMatchObject({ code: 'input_empty' })

  const [named] = await inputs([pipe])
  expect(named).toMatchObject({ name: pipe, modified: undefined, path: undefined })
  const writer = spawn('sh', ['-c', 'printf piped > "$0"', pipe])
  onTestFinished(() => void writer.kill())
  expect(await textOf(named)).toBe('piped')
})

test('inputs open more than once', async () => {
  const [input] = await inputs([at('tree', 'c.txt')])
  expect(await textOf(input)).toBe(await textOf(input))
})

test.each([
  ['feeds/urlhaus.csv.gz', 'urlhaus'],
  ['attack-18.1.stix.json.GZ', 'attack-18.1'],
  ['firehol_level1.netset', 'firehol_level1'],
  ['release.2026', 'release.2026'],
  ['.csv', '.csv'],
  ['/a/b/', 'b'],
  ['plain', 'plain']
])('the feed name of %s is %s', (path, stem) => {
  expect(stemOf(path)).toBe(stem)
})

test('what is left out of a folder is read when it is named itself', async () => {
  const isLeftOut = (path: string): boolean => path.endsWith('.csv')
  const named: string[] = []
  for await (const { name } of openInputs([at('tree', 'b'), at('tree', 'b', '2.csv')], Readable.from([]), isLeftOut)) {
    named.push(name)
  }
  expect(named.filter((name) => name.endsWith('.csv'))).toEqual([at('tree', 'b', '2.csv')])
})
