import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeChunks } from './write-chunks.ts'

const newFile = async (flags: string): Promise<{ readonly path: string; readonly file: FileHandle }> => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
  const path = join(folder, 'file')
  await (await open(path, 'w')).close()
  const file = await open(path, flags)
  onTestFinished(async () => {
    await file.close()
    rmSync(folder, { recursive: true })
  })
  return { path, file }
}

test('chunks stand in the file in their order', async () => {
  const { path, file } = await newFile('w')
  async function* chunks(): AsyncGenerator<string | Uint8Array> {
    for (let number = 0; number < 200; number++) yield number % 2 === 0 ? `${number} ` : Buffer.from(`${number} `)
    yield 'x'.repeat(2_000_000)
  }
  await writeChunks(file, chunks())
  const numbers = Array.from({ length: 200 }, (_, number) => `${number} `).join('')
  expect(readFileSync(path, 'utf8')).toBe(numbers + 'x'.repeat(2_000_000))
})

test('what the chunks throw passes through, behind what came before it', async () => {
  const { path, file } = await newFile('w')
  async function* failing(): AsyncGenerator<string> {
    yield 'half'
    throw new Error('no more')
  }
  await expect(writeChunks(file, failing())).rejects.toThrow('no more')
  expect(readFileSync(path, 'utf8')).toBe('half')
})

test('a file that takes no more ends the chunks', async () => {
  const { file } = await newFile('r')
  let isClosed = false
  async function* endless(): AsyncGenerator<string> {
    try {
      for (let number = 0; number < Infinity; number++) yield String(number)
    } finally {
      isClosed = true
    }
  }
  await expect(writeChunks(file, endless())).rejects.toMatchObject({ code: 'EBADF' })
  expect(isClosed).toBe(true)
})
