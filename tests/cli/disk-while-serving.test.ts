import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ask, errorOf, type Asked } from '../http/ask.ts'
import { folderWith, sigmill } from './program.ts'
import { serve } from './serving.ts'

const KEYS = '/api/v1/keys'

/** Mounts a disk of two mebibytes, where the system lets this user do so. */
const smallDisk = (path: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=777', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path])
  })
  return true
}

/** Fills what is left of a disk. */
const fill = async (path: string): Promise<void> => {
  for (const size of [65_536, 4_096, 512]) {
    try {
      for (;;) await writeFile(path, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // The next smaller piece may still have room.
    }
  }
}

it('a full disk under a server refuses what must be in the audit trail, and loses nothing of the rest', async (context) => {
  const cwd = await folderWith({ 'disk/none': '' })
  const disk = join(cwd, 'disk')
  if (!smallDisk(disk)) context.skip('this user may not mount a small disk')
  const db = ['--db', `sqlite:${disk}/sigmill.db`]
  const admin = (await sigmill(['keys', 'create', '--scope', 'read:iocs,keys:admin', ...db], { cwd })).stdout.trim()
  const server = await serve(db, { cwd })
  const mint = (name: string): Promise<Asked> => {
    const headers = { 'content-type': 'application/json' }
    return ask(server.url, KEYS, { method: 'POST', key: admin, headers, body: JSON.stringify({ name }) })
  }
  const namesOf = ({ text }: Asked): readonly string[] =>
    (JSON.parse(text) as { data: { name: string }[] }).data.map(({ name }) => name)
  const totalOf = async (): Promise<number> => {
    const { text } = await ask(server.url, '/api/v1/me', { key: admin })
    return (JSON.parse(text) as { data: { key: { total_requests: number } } }).data.key.total_requests
  }
  expect((await mint('before')).status).toBe(201)

  await fill(join(disk, 'filler'))
  let refused: Asked
  // What is left in the pages that the store has may still take a few.
  for (let turn = 0; ; turn++) {
    refused = await mint(`full-${turn}`)
    if (refused.status !== 201) break
  }
  expect([refused.status, errorOf(refused.text).code]).toEqual([503, 'unavailable'])
  expect(refused.headers['retry-after']).toBe('5')
  const whileFull = await ask(server.url, KEYS, { key: admin })
  expect(whileFull.status).toBe(200)
  expect((await ask(server.url, '/api/v1/iocs', { key: admin })).status).toBe(200)
  await server.hears(/(counts not written)/)

  await rm(join(disk, 'filler'))
  expect((await mint('after')).status).toBe(201)
  expect(namesOf(await ask(server.url, KEYS, { key: admin }))).toEqual([...namesOf(whileFull), 'after'])
  // With the key there were at least that many, and those on the full disk are counted as well.
  while ((await totalOf()) < 7);
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect((await sigmill(['audit', 'verify', ...db], { cwd })).code).toBe(0)
})
