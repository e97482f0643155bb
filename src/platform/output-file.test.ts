import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
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
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { writeFileAtomically } from './output-file.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const root = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(root, { recursive: true }))
const newFolder = (): string => mkdtempSync(join(root, 'case-'))

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts
}

test('the chunks are written in order, text as UTF-8', async () => {
  const folder = newFolder()
  await writeFileAtomically(join(folder, 'rules.yml'), chunks('title: ', 'é\n', Buffer.from('end')))
  expect(readFileSync(join(folder, 'rules.yml'), 'utf8')).toBe('title: é\nend')
  expect(readdirSync(folder)).toEqual(['rules.yml'])
})

test('until the last chunk is written the path shows what it showed before', async () => {
  const folder = newFolder()
  const path = join(folder, 'rules.yml')
  writeFileSync(path, 'old')
  async function* observed(): AsyncGenerator<string> {
    yield 'new '
    expect(readFileSync(path, 'utf8')).toBe('old')
    yield 'text'
    expect(readFileSync(path, 'utf8')).toBe('old')
  }
  await writeFileAtomically(path, observed())
  expect(readFileSync(path, 'utf8')).toBe('new text')
})

test('chunks that fail leave the file as it was and nothing beside it', async () => {
  const folder = newFolder()
  const path = join(folder, 'rules.yml')
  writeFileSync(path, 'old')
  const failure = new Error('no more')
  async function* failing(): AsyncGenerator<string> {
    yield 'half'
    throw failure
  }
  await expect(writeFileAtomically(path, failing())).rejects.toBe(failure)
  await expect(writeFileAtomically(join(folder, 'new.yml'), failing())).rejects.toBe(failure)
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['rules.yml'])
})

test.skipIf(process.platform === 'win32')('a file keeps its permissions, a new one gets the usual', async () => {
  const folder = newFolder()
  const path = join(folder, 'rules.yml')
  writeFileSync(path, 'old')
  chmodSync(path, 0o662)
  await writeFileAtomically(path, chunks('new'))
  expect(statSync(path).mode & 0o777).toBe(0o662)
  await writeFileAtomically(join(folder, 'new.yml'), chunks('new'))
  expect(statSync(join(folder, 'new.yml')).mode & 0o777).toBe(0o666 & ~process.umask())
})

test('a link is followed', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'real'))
  writeFileSync(join(folder, 'real', 'rules.yml'), 'old')
  symlinkSync(join('real', 'rules.yml'), join(folder, 'link.yml'))
  await writeFileAtomically(join(folder, 'link.yml'), chunks('new'))
  expect(readFileSync(join(folder, 'real', 'rules.yml'), 'utf8')).toBe('new')
})

test.skipIf(process.platform === 'win32')('a pipe is written to, not replaced', async () => {
  const path = join(newFolder(), 'pipe')
  spawnSync('sh', ['-c', 'mkfifo "$0"', path])
  const reader = spawn('cat', [path])
  onTestFinished(() => void reader.kill())
  await writeFileAtomically(path, chunks('through ', 'the pipe'))
  let text = ''
  for await (const chunk of reader.stdout) text += String(chunk)
  expect(text).toBe('through the pipe')
  expect(statSync(path).isFIFO()).toBe(true)
})

test('a folder is no file to write', async () => {
  const folder = newFolder()
  await expect(writeFileAtomically(folder, chunks('x'))).rejects.toMatchObject({
    code: 'disk_denied',
    message: `"${folder}" cannot be written: it is a folder. Name a file (EISDIR).`
  })
})

test('a folder that is not there is said so', async () => {
  await expect(writeFileAtomically(join(root, 'nowhere', 'x'), chunks('x'))).rejects.toMatchObject({
    code: 'disk_denied',
    message: saying('Make the folder first')
  })
})
