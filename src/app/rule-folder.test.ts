import { readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../tests/support/feeds.ts'
import { filesIn } from '../../tests/support/syncing.ts'
import { defaultSettings } from '../../tests/support/settings.ts'
import { scratchFolder } from '../../tests/support/scratch.ts'
import { storeWithClock } from '../../tests/support/stores.ts'
import { nodeCrypto } from '../platform/crypto.ts'
import { openFolder } from '../platform/folder.ts'
import { indicatorsInOrder } from './indicators-in-order.ts'
import { parseFilters } from './filters.ts'
import { ruleFiles, writeRuleFolder, type FolderReport } from './rule-folder.ts'
import { MANIFEST } from './rule-manifest.ts'

const open = async (): Promise<{
  path: string
  fill: (text: string) => Promise<void>
  write: (type?: string, group?: number) => Promise<FolderReport>
}> => {
  const { store, clock } = await storeWithClock()
  const path = await scratchFolder()
  const settings = await defaultSettings()
  const style = { publisher: settings.publisher, fields: false }
  return {
    path,
    fill: async (text) => void (await importInputs(store, clock, [textInput('list', text)])),
    write: async (type, group) => {
      const view = await store.view()
      try {
        const filters = parseFilters(type === undefined ? {} : { type })
        const files = (): ReturnType<typeof ruleFiles> =>
          ruleFiles(indicatorsInOrder(view, filters, Number.POSITIVE_INFINITY), style)
        return await writeRuleFolder(await openFolder(path), { files, group, keepOthers: false }, nodeCrypto)
      } finally {
        await view.close()
      }
    }
  }
}

const rulesIn = async (path: string): Promise<readonly string[]> =>
  (await readdir(path)).filter((name) => name.endsWith('.yml')).sort()

test('one file per rule, named after its id, and a manifest of their digests', async () => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\nevil.example.com\n')
  expect(await write()).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0 })
  expect(await rulesIn(path)).toEqual([
    'ioc_4dfdf881_cdd5_5091_bd1a_9b54b7fe8ae5.yml',
    'ioc_774b7f91_285c_5690_a91e_baaac45d53ff.yml'
  ])
  const manifest = await readFile(join(path, MANIFEST), 'utf8')
  for (const line of manifest.trimEnd().split('\n')) {
    const [digest, name] = line.split('  ')
    expect(nodeCrypto.sha256Hex(await readFile(join(path, name ?? ''), 'utf8'))).toBe(digest)
  }
})

test('unchanged files are not touched', async () => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\n')
  await write()
  const [name = ''] = await rulesIn(path)
  const before = await stat(join(path, name))
  expect(await write()).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 0 })
  const after = await stat(join(path, name))
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino])
})

test('a rule that is no more is deleted, files of others are not', async () => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\nevil.example.com\n')
  await write()
  const foreign = ['notes.txt', 'own_rule.yml', 'ioc_00000000_0000_0000_0000_000000000000.yml']
  for (const name of foreign) await writeFile(join(path, name), 'mine')
  expect(await write('domain')).toEqual({ added: 0, changed: 0, unchanged: 1, removed: 1 })
  const left = await readdir(path)
  expect(left).toEqual(expect.arrayContaining(foreign))
  expect(left).not.toContain('ioc_774b7f91_285c_5690_a91e_baaac45d53ff.yml')
})

test('an edited file is mended, a deleted one comes back', async () => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\nevil.example.com\n')
  await write()
  const [first = '', second = ''] = await rulesIn(path)
  await writeFile(join(path, first), 'edited')
  await unlink(join(path, second))
  expect(await write()).toMatchObject({ changed: 2, unchanged: 0, removed: 0 })
  expect(await readFile(join(path, first), 'utf8')).toMatch(/^title: /)
})

test('a manifest that names files outside the folder deletes nothing there', async () => {
  const { path, fill, write } = await open()
  await writeFile(join(path, 'keep.txt'), 'mine')
  await writeFile(join(path, MANIFEST), `${'0'.repeat(64)}  ../keep.txt\n${'0'.repeat(64)}  keep.txt\n`)
  await fill('203.0.113.42\n')
  expect(await write()).toMatchObject({ removed: 0 })
  expect(await readFile(join(path, 'keep.txt'), 'utf8')).toBe('mine')
})

test.each([
  ['single rules', undefined, 10, 'one rule for each indicator'],
  ['grouped rules', 10, undefined, 'grouped rules']
])('a folder of %s takes none of the other form, and stays as it is', async (_what, first, second, held) => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\nevil.example.com\n')
  await write(undefined, first)
  const before = await filesIn(path)
  const refusal = { code: 'invalid_parameter', message: expect.stringContaining(`the folder holds ${held}`) as unknown }
  await expect(write('domain', second)).rejects.toMatchObject(refusal)
  expect(await filesIn(path)).toEqual(before)
  expect(await write('domain', first)).toMatchObject({ unchanged: 1, removed: 1 })
})

test('the manifest of grouped rules says so in a line that tools for digests pass over', async () => {
  const { path, fill, write } = await open()
  await fill('203.0.113.42\n')
  await write(undefined, 10)
  const manifest = await readFile(join(path, MANIFEST), 'utf8')
  expect(manifest).toMatch(/^# grouped rules\n[0-9a-f]{64} {2}ioc_\S+\n$/)
})
