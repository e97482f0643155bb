import { expect, test } from 'vitest'
import { unzipped } from '../../tests/support/unzipped.ts'
import { zipStream, type ZippedFile } from './zip-stream.ts'

async function* textOf(...pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces
}

async function* threeFiles(): AsyncGenerator<ZippedFile> {
  yield { path: 'README.md', text: textOf('é\n') }
  yield { path: 'a/b/rows.csv', text: textOf('one,two\n', 'three,four\n') }
  yield { path: 'empty', text: textOf() }
}

const bytesOf = async (files: AsyncIterable<ZippedFile>): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipStream(files)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('another reader finds the files as they were given, in their order', async () => {
  const files = await unzipped(await bytesOf(threeFiles()))
  expect([...files]).toEqual([
    ['README.md', 'é\n'],
    ['a/b/rows.csv', 'one,two\nthree,four\n'],
    ['empty', '']
  ])
})

test('the same files give the same bytes', async () => {
  expect(await bytesOf(threeFiles())).toEqual(await bytesOf(threeFiles()))
})

test('an archive without files is one', async () => {
  async function* none(): AsyncGenerator<ZippedFile> {}
  expect((await bytesOf(none())).subarray(0, 4).toString('latin1')).toBe('PK\u0005\u0006')
})

test('what a text or the list of files throws passes through', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'begun'
    throw new Error('the store is gone')
  }
  async function* withBrokenText(): AsyncGenerator<ZippedFile> {
    yield { path: 'rows.csv', text: broken() }
  }
  async function* withBrokenList(): AsyncGenerator<ZippedFile> {
    yield { path: 'rows.csv', text: textOf('whole') }
    throw new Error('the list is gone')
  }
  await expect(bytesOf(withBrokenText())).rejects.toThrow('the store is gone')
  await expect(bytesOf(withBrokenList())).rejects.toThrow('the list is gone')
})

test('an archive that is not read on asks for little more, and closes what it reads from', async () => {
  let asked = 0
  let isClosed = false
  async function* endless(): AsyncGenerator<string> {
    try {
      for (;;) {
        asked++
        yield `${asked} ${'x'.repeat(100_000)}\n`
      }
    } finally {
      isClosed = true
    }
  }
  async function* files(): AsyncGenerator<ZippedFile> {
    yield { path: 'endless', text: endless() }
  }
  for await (const chunk of zipStream(files())) {
    expect(chunk.length).toBeGreaterThan(0)
    break
  }
  expect(asked).toBeLessThan(10_000)
  expect(isClosed).toBe(true)
})
