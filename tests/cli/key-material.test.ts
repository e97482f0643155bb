import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { ask, type Asked } from '../http/ask.ts'
import { folderWith, sigmill } from './program.ts'
import { serve } from './serving.ts'

const KEYS = '/api/v1/keys'
const PREFIX = 'sk_live_'

/** Pieces of a secret that nothing may hold: all but the four characters by which it is shown, in halves, as bytes too. */
const piecesOf = (secret: string): readonly string[] => {
  const body = secret.slice(PREFIX.length)
  const halves = [body.slice(4, 26), body.slice(26)]
  const coded = (['hex', 'base64'] as const).map((form) => Buffer.from(body.slice(4, 25)).toString(form).slice(0, 20))
  return [...halves, ...coded]
}

const readAll = async (folder: string): Promise<readonly (readonly [name: string, text: string])[]> => {
  const names = (await readdir(folder)).filter((name) => name !== 'sigmill.db.secret')
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const))
}

it('no secret of a key is in the files of the store, the log, the audit trail or the metrics, nor any half of one', async () => {
  const cwd = await folderWith({ 'list.txt': '198.51.100.1\n' })
  await sigmill(['import', 'list.txt'], { cwd })
  const create = async (...flags: readonly string[]): Promise<string> =>
    (await sigmill(['keys', 'create', ...flags], { cwd })).stdout.trim()
  const admin = await create('--scope', 'read:iocs,keys:admin,metrics:read,guard:admin,feeds:admin')
  const server = await serve([], { cwd })
  const send = (method: string, path: string, value?: object): Promise<Asked> => {
    if (value === undefined) return ask(server.url, path, { method, key: admin })
    const body = JSON.stringify(value)
    // Node sends the body of a DELETE without its length unless that is given.
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    return ask(server.url, path, { method, key: admin, headers, body })
  }
  const minted = ({ text }: Asked): { readonly id: string; readonly key: string } =>
    (JSON.parse(text) as { data: { id: string; key: string } }).data

  const made = minted(await send('POST', KEYS, { name: 'over HTTP' }))
  const rotated = minted(await send('POST', `${KEYS}/${made.id}/rotate`, { overlap_hours: 1 }))
  const onLine = (await sigmill(['keys', 'rotate', made.id], { cwd })).stdout.trim()
  const other = minted(await send('POST', KEYS, { name: 'another' }))
  const secrets = [admin, made.key, rotated.key, onLine, other.key]

  const stix = await send('GET', '/api/v1/iocs/stix')
  const indicator = /indicator--[0-9a-f-]{36}/.exec(stix.text)?.[0] ?? ''

  // A typo in each, so that it is wrong, and every place in which somebody could put one by mistake.
  for (const secret of secrets) {
    await ask(server.url, '/api/v1/iocs', { key: secret })
    await ask(server.url, '/api/v1/iocs', { key: `${secret.slice(0, -1)}-` })
    await send('GET', `/api/v1/iocs?api_key=${secret}`)
    await send('GET', `/api/v1/iocs?type=${secret}`)
    await send('GET', `/api/v1/pipelines/${secret.replaceAll('_', '%5F')}`)
    await send('GET', `/${secret}`)
    expect((await send('POST', KEYS, { name: `for ${secret}` })).status).toBe(400)
    expect((await send('POST', KEYS, { name: 'x', account: secret })).status).toBe(400)
    expect((await send('DELETE', `${KEYS}/${other.id}`, { reason: `leaked: ${secret}` })).status).toBe(400)
    const entry = { value: 'example.com', why: `not ${secret}` }
    expect((await send('POST', '/api/v1/guard/entries', entry)).status).toBe(400)
    const feed = { name: 'one', url: 'https://example.com/list.txt' }
    const wrongly = { name: secret, url: `${feed.url}?key=${secret}`, licence: secret, headers: { 'X-Key': secret } }
    for (const [part, text] of Object.entries(wrongly)) {
      expect((await send('POST', '/api/v1/feeds', { ...feed, [part]: text })).status).toBe(400)
    }
    await send('GET', `/api/taxii2/api/collections/all/objects/?match[id]=${indicator},${secret}`)
    expect((await send('DELETE', `${KEYS}/${secret}`)).status).toBe(404)
    expect((await send('POST', `${KEYS}/${secret}/rotate`)).status).toBe(404)
  }
  expect((await sigmill(['keys', 'revoke', other.id, '--why', `leaked: ${other.key}`], { cwd })).code).toBe(2)
  for (const args of [
    ['keys', 'create', '--name', other.key],
    ['remove', '198.51.100.1', '--why', other.key],
    ['guard', 'add', 'example.com', '--why', other.key],
    ['guard', 'load', 'list.txt', '--why', other.key],
    ['guard', 'load', 'list.txt', '--name', other.key],
    ['feeds', 'add', other.key, 'https://example.com/list.txt']
  ]) {
    expect([args, (await sigmill(args, { cwd })).code]).toEqual([args, 2])
  }
  expect((await send('DELETE', `${KEYS}/${other.id}`, { reason: 'leaked' })).status).toBe(200)

  // What is handed out is written once a second; who kills a server before that, loses it.
  const audit = (): Promise<string> => sigmill(['audit', '--json'], { cwd }).then(({ stdout }) => stdout)
  await vi.waitFor(async () => expect(await audit()).toContain('"parameters":"[redacted]"'), { timeout: 30_000 })
  const metrics = await send('GET', '/metrics')
  const whileServing = await readAll(cwd)
  expect(whileServing.map(([name]) => name)).toContain('sigmill.db-wal')
  server.child.kill('SIGKILL')
  const { stderr } = await server.ended
  const left = await readAll(cwd)
  const trail = await audit()
  expect(trail).toContain('key_revoked')
  expect(stderr).toContain('[redacted]')

  const places = [...whileServing, ...left, ['the log', stderr], ['the metrics', metrics.text], ['audit', trail]]
  const found = places.flatMap(([name, text = '']) =>
    secrets.flatMap((secret, index) =>
      piecesOf(secret).flatMap((piece) => (text.includes(piece) ? [[name, index]] : []))
    )
  )
  expect(found).toEqual([])
})
