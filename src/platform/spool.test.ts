import { readdir } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { scratchFolder } from '../../tests/support/scratch.ts'
import { openSpool } from './spool.ts'

test('texts come back as they were, in any order, and the folder shows nothing of them', async () => {
  const folder = await scratchFolder()
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const spool = await openSpool()
  const texts = ['ä€😀\n', '', 'x'.repeat(100_000), 'end']
  const places = []
  for (const text of texts) places.push(await spool.add(text))
  const read = await Promise.all(places.toReversed().map(async (place) => spool.read(place)))
  expect(read.toReversed()).toEqual(texts)
  expect(await readdir(folder)).toEqual([])
  await spool.close()
  expect(await readdir(folder)).toEqual([])
})

test('a folder that is not there is named', async () => {
  vi.stubEnv('TMPDIR', '/nowhere/at/all')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  await expect(openSpool()).rejects.toMatchObject({ code: 'disk_denied' })
})
