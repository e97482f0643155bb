import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Problem } from '../problem/problem.ts'
import { standardInput } from './input-source.ts'
import { openInputs } from './open-inputs.ts'
import { unpack } from './unpack.ts'
import { UNPACK_LIMITS } from './unpack-limits.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const folder = mkdtempSync(join(tmpdir(), 'sigmill-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Member {
  readonly name: string
  readonly text?: string
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** What the archive says of the unpacked size. */
  readonly size?: number
}

/** Bit 11 of the flags: the name is UTF-8. */
const UTF8_NAME = 0x800

/** A zip archive byte by byte, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3. */
const zipOf = (...members: readonly Member[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text = '', method = 8, flags = 0, crc = crc32(text), size = Buffer.byteLength(text) } of members) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + data.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, contents, end])
}

interface Unpacked {
  readonly text: string
  readonly problem: Problem | undefined
}

const drain = async (bytes: AsyncIterable<Uint8Array>): Promise<Unpacked> => {
  const pieces: Uint8Array[] = []
  let problem: Problem | undefined
  try {
    for await (const piece of bytes) pieces.push(piece)
  } catch (error) {
    problem = error as Problem
  }
  return { text: Buffer.concat(pieces).toString(), problem }
}

const fromFile = async (archive: Buffer, limits = UNPACK_LIMITS): Promise<Unpacked> => {
  const path = join(folder, 'feed.zip')
  writeFileSync(path, archive)
  for await (const input of openInputs([path], Readable.from([]))) return drain(unpack(input, limits))
  throw new Error('no input')
}

const fromPipe = async (archive: Buffer, limits = UNPACK_LIMITS): Promise<Unpacked> =>
  drain(unpack(standardInput(Readable.from([archive.subarray(0, 3), archive.subarray(3)])), limits))

const text = 'value,type\n'.repeat(20_000)

describe.each([
  ['a file', fromFile],
  ['a pipe', fromPipe]
])('an archive from %s', (_, unpacked) => {
  test.each([
    ['deflated', 8],
    ['stored', 0]
  ])('with one %s file gives that file', async (_name, method) => {
    expect(await unpacked(zipOf({ name: 'feed.csv', text, method }))).toEqual({ text, problem: undefined })
  })

  test('with folders and the forks of macOS beside its file gives that file', async () => {
    const archive = zipOf(
      { name: 'a/' },
      { name: 'a/b/' },
      { name: 'a/b/feed.csv', text },
      { name: '__MACOSX/a/._feed.csv' }
    )
    expect(await unpacked(archive)).toEqual({ text, problem: undefined })
  })

  test('with an empty file gives nothing', async () => {
    expect(await unpacked(zipOf({ name: 'feed.csv', method: 0 }))).toEqual({ text: '', problem: undefined })
  })

  test.each([
    ['nothing', []],
    ['folders only', [{ name: 'a/' }]]
  ])('with %s in it says so', async (_name, members) => {
    expect(await unpacked(zipOf(...members))).toMatchObject({
      text: '',
      problem: { code: 'archive_members', message: saying('" holds no file.') }
    })
  })

  test('with several files names the first', async () => {
    const archive = zipOf(...['a\u001b.csv', 'b', 'c', 'd', 'e'].map((name) => ({ name, flags: UTF8_NAME })))
    expect(await unpacked(archive)).toMatchObject({
      problem: {
        code: 'archive_members',
        message: saying('holds more than one file: "a\\u001b.csv", "b", "c" and more. Unpack it and give the files.')
      }
    })
  })

  test('with two files names both', async () => {
    expect(await unpacked(zipOf({ name: 'a' }, { name: 'b' }))).toMatchObject({
      problem: { code: 'archive_members', message: saying('holds more than one file: "a", "b". Unpack') }
    })
  })

  test('that is encrypted says what to do', async () => {
    expect(await unpacked(zipOf({ name: 'a', text, flags: 1 }))).toMatchObject({
      problem: {
        code: 'archive_broken',
        message: saying('is encrypted. Unpack it with its password and give the file inside.')
      }
    })
  })

  test('that is packed by another method names it', async () => {
    expect(await unpacked(zipOf({ name: 'a', text, method: 93 }))).toMatchObject({
      problem: { code: 'archive_broken', message: saying('is packed by method 93;') }
    })
  })

  test('whose checksum is wrong gives its text and the problem', async () => {
    expect(await unpacked(zipOf({ name: 'a', text, crc: 1 }))).toMatchObject({
      text,
      problem: { code: 'archive_broken', message: saying('is damaged (wrong checksum). Fetch it again.') }
    })
  })

  test('whose size is wrong gives its text and the problem', async () => {
    expect(await unpacked(zipOf({ name: 'a', text, size: 5 }))).toMatchObject({
      text,
      problem: { code: 'archive_broken', message: saying('220000 bytes instead of 5') }
    })
  })

  test('whose data is damaged says so', async () => {
    const archive = zipOf({ name: 'a', text })
    archive.fill(0xff, 40, 200)
    expect(await unpacked(archive)).toMatchObject({ problem: { code: 'archive_broken' } })
  })

  test('that ends too soon says so', async () => {
    const archive = zipOf({ name: 'a', text })
    expect(await unpacked(archive.subarray(0, archive.length - 30))).toMatchObject({
      text: '',
      problem: { code: 'archive_broken' }
    })
  })

  test('that unpacks beyond the limit is stopped', async () => {
    const { text: before, problem } = await unpacked(zipOf({ name: 'a', text }), { ...UNPACK_LIMITS, bytes: 1_000 })
    expect(problem).toMatchObject({ code: 'input_too_large' })
    expect(before.length).toBeLessThanOrEqual(1_000)
  })

  test('in an archive is not opened', async () => {
    const inner = zipOf({ name: 'feed.csv', text: 'x' }).toString('latin1')
    const { text: outer } = await unpacked(zipOf({ name: 'inner.zip', text: inner }))
    expect(outer.startsWith('PK')).toBe(true)
  })
})

test('an archive from a pipe leaves nothing on the disk, whether it was read to its end or not', async () => {
  const before = process.env['TMPDIR']
  const empty = mkdtempSync(join(folder, 'tmp-'))
  process.env['TMPDIR'] = empty
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })
  await fromPipe(zipOf({ name: 'a', text }))
  expect(readdirSync(empty)).toEqual([])
  for await (const _ of unpack(standardInput(Readable.from([zipOf({ name: 'a', text })])))) {
    expect(readdirSync(empty)).toHaveLength(1)
    break
  }
  expect(readdirSync(empty)).toEqual([])
})

test('an archive that goes away between its first bytes and its directory is missing', async () => {
  const path = join(folder, 'gone.zip')
  const bytes = zipOf({ name: 'a', text })
  const source = { ...standardInput(Readable.from([bytes])), name: path, path }
  expect(await drain(unpack(source))).toMatchObject({ text: '', problem: { code: 'input_missing' } })
})
