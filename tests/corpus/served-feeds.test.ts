import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { mispFeed } from '../../src/app/collect/protocols/misp-feed.ts'
import { plain } from '../../src/app/collect/protocols/plain.ts'
import { taxii } from '../../src/app/collect/protocols/taxii.ts'
import { listField, recordOf } from '../../src/feeds/json/members.ts'
import { readFeed } from '../../src/feeds/read-feed.ts'
import type { FeedItem } from '../../src/indicator/raw-indicator.ts'
import { collected, inputTexts } from '../support/collecting.ts'
import { type Answer, json, startFeedServer, whole } from '../support/feed-server.ts'

const DATA = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data', 'feeds')

const files = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(join(DATA, folder), { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(DATA, folder, name))
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** What a format finds in a text, without the positions. */
const found = async (text: string, format: string): Promise<readonly object[]> => {
  const { items } = await readFeed(once(text), {
    format,
    columns: undefined,
    maxLineLength: 1_048_576,
    now: 1_800_000_000
  })
  const all: FeedItem[] = []
  for await (const batch of items) all.push(...batch)
  return all.map((item) => ({ ...item, position: '' }))
}

/** Objects in pages of ten, each of which names the next. */
const paged =
  (objects: readonly unknown[]): Answer =>
  (request, response) => {
    const next = new URL(request.url ?? '', 'http://taxii.example').searchParams.get('next')
    const start = Number(next ?? 0)
    const more = start + 10 < objects.length
    const page = { more, objects: objects.slice(start, start + 10), ...(more ? { next: String(start + 10) } : {}) }
    const answer = json(page, { 'X-TAXII-Date-Added-Last': '2026-05-17T10:00:00.000000Z' })
    answer(request, response)
  }

describe.skipIf(!existsSync(DATA))('the real feeds, served', () => {
  test('come byte by byte as they are, in every coding', async () => {
    const server = await startFeedServer()
    const codings = [
      ['gzip', gzipSync],
      ['br', (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { 1: 1 } })],
      ['identity', (bytes: Uint8Array) => bytes]
    ] as const
    const folders = ['lists', 'csv', 'abusech', 'kev', 'openioc', 'otx', 'zeek_intel']
    const paths = (await Promise.all(folders.map(files))).flat()
    expect(paths.length).toBeGreaterThan(40)
    for (const [index, path] of paths.entries()) {
      const bytes = await readFile(path)
      const [coding, pack] = codings[index % codings.length] ?? codings[0]
      server.on('/feed', whole(pack(bytes), { 'content-encoding': coding }))
      const [input] = await inputTexts(await collected(plain, { url: `${server.url}/feed` }))
      expect(input?.text === bytes.toString('utf8'), path).toBe(true)
    }
  })

  test('make a collection of TAXII that says the same as their bundles', async () => {
    const server = await startFeedServer()
    for (const path of await files('stix')) {
      const text = await readFile(path, 'utf8')
      const objects = listField(recordOf(JSON.parse(text)), 'objects')
      if (objects.length === 0) continue
      server.on('/collections/all/objects/', paged(objects))
      const [input] = await inputTexts(await collected(taxii, { url: `${server.url}/collections/all/` }))
      expect(await found(input?.text ?? '', 'stix'), path).toEqual(await found(text, 'stix'))
    }
  })

  test('make a MISP feed that says the same as its events', async () => {
    const server = await startFeedServer()
    const texts = await Promise.all((await files('misp')).map((path) => readFile(path, 'utf8')))
    const ids = texts.map((_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
    server.on('/misp/manifest.json', json(Object.fromEntries(ids.map((id, index) => [id, { timestamp: index }]))))
    for (const [index, id] of ids.entries()) server.on(`/misp/${id}.json`, whole(texts[index] ?? ''))
    const inputs = await inputTexts(await collected(mispFeed, { url: `${server.url}/misp/` }))
    expect(inputs.map(({ text }) => text)).toEqual(texts)
  })
})
