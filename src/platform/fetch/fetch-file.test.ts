import { spawnSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcher, fetchText, textOf } from '../../../tests/support/fetching.ts'
import { scratchFolder } from '../../../tests/support/scratch.ts'

const LIST = '192.0.2.1\n'

const saying = (text: string): unknown => expect.stringContaining(text)

/** A folder that is open to feeds, and one beside it that is not, with a file in each. */
const folders = async (): Promise<{ open: string; closed: string }> => {
  const folder = await scratchFolder()
  const [open, closed] = [join(folder, 'open'), join(folder, 'open-not')]
  for (const path of [open, closed]) {
    await mkdir(path)
    await writeFile(join(path, 'list.txt'), LIST)
  }
  return { open, closed }
}

test('a file of an open folder is read, by path and by URL', async () => {
  const { open } = await folders()
  const path = join(open, 'list.txt')
  for (const url of [path, pathToFileURL(path).href]) {
    const answer = await fetcher({ folders: [open] })({ url })
    expect(answer).toMatchObject({ kind: 'body', name: path, stem: 'list', finalUrl: path, lastModified: undefined })
    expect(answer.kind === 'body' && answer.header('etag')).toBeUndefined()
    expect(await textOf(answer)).toBe(LIST)
  }
})

test('an archive is unpacked', async () => {
  const { open } = await folders()
  await writeFile(join(open, 'list.txt.gz'), gzipSync(LIST))
  expect(await fetchText({ url: join(open, 'list.txt.gz') }, { folders: [open] })).toBe(LIST)
})

test('a file that did not change is not read again', async () => {
  const { open } = await folders()
  const url = join(open, 'list.txt')
  const fetch = fetcher({ folders: [open] })
  const first = await fetch({ url })
  const etag = first.kind === 'body' ? first.etag : undefined
  if (first.kind === 'body') await first.close()
  expect(await fetch({ url, validators: { etag } })).toEqual({ kind: 'unchanged' })
  await writeFile(url, `${LIST}192.0.2.2\n`)
  expect(await fetchText({ url, validators: { etag } }, { folders: [open] })).toBe(`${LIST}192.0.2.2\n`)
})

test('what lies elsewhere is refused, whether it is there or not', async () => {
  const { open, closed } = await folders()
  const elsewhere = [
    join(closed, 'list.txt'),
    join(closed, 'missing.txt'),
    `${open}/../open-not/list.txt`,
    `file://${open}/%2e%2e/open-not/list.txt`,
    open,
    '/etc/passwd'
  ]
  for (const url of elsewhere) {
    await expect(fetchText({ url }, { folders: [open] })).rejects.toMatchObject({
      code: 'fetch_refused',
      message: saying('lies outside the folders that are open to feeds')
    })
  }
})

test('a link may lead about within the folder, and not out of it', async () => {
  const { open, closed } = await folders()
  await symlink(join(open, 'list.txt'), join(open, 'inner.txt'))
  await symlink(join(closed, 'list.txt'), join(open, 'outer.txt'))
  await symlink(closed, join(open, 'outer'))
  expect(await fetchText({ url: join(open, 'inner.txt') }, { folders: [open] })).toBe(LIST)
  for (const name of ['outer.txt', 'outer/list.txt']) {
    await expect(fetchText({ url: join(open, name) }, { folders: [open] })).rejects.toMatchObject({
      code: 'fetch_refused'
    })
  }
})

test('an open folder may be a link itself, and may be missing', async () => {
  const { open } = await folders()
  const link = `${open}-link`
  await symlink(open, link)
  expect(await fetchText({ url: join(link, 'list.txt') }, { folders: [link] })).toBe(LIST)
  await expect(fetchText({ url: `${open}/none/list.txt` }, { folders: [join(open, 'none')] })).rejects.toMatchObject({
    code: 'input_missing'
  })
})

test('what is no plain file is refused and never waited for', async () => {
  const { open } = await folders()
  await mkdir(join(open, 'folder'))
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(open, 'pipe')])
  for (const name of ['folder', 'pipe']) {
    await expect(fetchText({ url: join(open, name) }, { folders: [open] })).rejects.toMatchObject({
      code: 'fetch_refused',
      message: saying('is no plain file. Name a file')
    })
  }
})

test('a file over the limit is refused', async () => {
  const { open } = await folders()
  const request = { url: join(open, 'list.txt'), limits: { bytes: 3 } }
  await expect(fetchText(request, { folders: [open] })).rejects.toMatchObject({
    code: 'fetch_too_large',
    message: saying('has more than 3 bytes')
  })
})

test('without an open folder no file is read', async () => {
  await expect(fetchText({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
    code: 'fetch_refused',
    message:
      '"/etc/passwd" is not fetched: it is a file, and no folder is open to feeds. Name one in the setting fetch.folders.'
  })
})
