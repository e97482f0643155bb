import { describe, expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { operator } from '../../src/app/keys/granter.ts'
import { pause } from '../../src/platform/pause.ts'
import { ask, errorOf } from './ask.ts'
import { CHANGES, linesOf, nextOf, shortOf, type Line } from './change-lines.ts'
import { openStream } from './stream.ts'
import { startServer } from './test-server.ts'
import { acting } from '../support/acting.ts'
import { storeWithClock } from '../support/stores.ts'

const events = { accept: 'text/event-stream' }

describe('server-sent events', () => {
  test('bring what lives and then every change, each with its cursor as id', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const stream = await openStream(server.url, CHANGES, server.pro)
    expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'private, no-store' })
    await stream.until('198.51.100.1')
    await removeIndicator(acting(server.store), '198.51.100.1', 'gone')
    const text = await stream.until('event: remove')
    stream.leave()
    const [line] = linesOf(await server.ask(CHANGES, { headers: { accept: 'application/x-ndjson' } }))
    expect(line).toBeUndefined()
    const [put] = text.split('\n\n').filter((event) => event.includes('event: put'))
    const [id, name, data] = (put ?? '').split('\n')
    const sent = JSON.parse((data ?? '').replace(/^data: /, '')) as Line
    expect([id, name, shortOf(sent)]).toEqual([`id: ${sent.cursor}`, 'event: put', 'put 198.51.100.1 new'])
  })

  test('go on behind Last-Event-ID, which wins over the cursor', async () => {
    const server = await startServer()
    const empty = await server.ask(CHANGES)
    await server.import('198.51.100.1')
    const stream = await openStream(server.url, CHANGES, server.pro)
    const id = /^id: (.*)$/m.exec(await stream.until('198.51.100.1'))?.[1]
    stream.leave()
    await server.import('198.51.100.2')
    const again = await openStream(server.url, nextOf(empty), server.pro, { 'last-event-id': id })
    const text = await again.until('198.51.100.2')
    again.leave()
    expect(text).not.toContain('198.51.100.1')
  })

  test('keep a connection that is quiet, and move a client on without an event', async () => {
    const server = await startServer({ pause: (_milliseconds, signal) => pause(1, signal) })
    const stream = await openStream(server.url, `${CHANGES}?type=domain`, server.pro)
    const first = /^:\nid: (.*)$/m.exec(await stream.until('\n\n'))?.[1] ?? ''
    await server.import('198.51.100.1')
    const cursor = /cursor=(.*)$/.exec(nextOf(await server.ask(`${CHANGES}?type=domain&cursor=${first}`)))?.[1]
    const text = await stream.until(`:\nid: ${cursor}\n\n`)
    stream.leave()
    expect(text).not.toContain('event:')
  })

  test('end when the server stops', async () => {
    const server = await startServer({ graceMs: 600_000 })
    const stream = await openStream(server.url, CHANGES, server.pro)
    await stream.until('\n\n')
    await server.close()
    expect(await stream.rest()).toContain('id: ')
  })

  test('go on when other keys are made, rotated and revoked', async () => {
    const server = await startServer({ pause: (_milliseconds, signal) => pause(1, signal) })
    const stream = await openStream(server.url, CHANGES, server.pro)
    await stream.until('\n\n')
    const { key } = await server.keys.create({ name: 'another' }, operator('tester'))
    await server.keys.rotate(key.id, 0, operator('tester'))
    await server.keys.revoke(key.id, 'tests', operator('tester'))
    await server.import('198.51.100.1')
    expect(await stream.until('event: put')).toContain('198.51.100.1')
    stream.leave()
  })

  test('end when their key was revoked between its check and the first answer', async () => {
    const over = await storeWithClock()
    const view = over.store.view.bind(over.store)
    const server = await startServer({ over, pause: (_milliseconds, signal) => pause(1, signal) })
    const id = '11111111-2222-4333-8444-555555555555'
    const key = await server.keyWith({ id })
    Object.assign(over.store, {
      view: async () => {
        await over.store.keys.revoke(id, over.clock.now(), 'tests')
        return view()
      }
    })
    const stream = await openStream(server.url, CHANGES, key)
    expect(stream.status).toBe(200)
    await stream.rest()
  })

  test('end when a key is revoked', async () => {
    const server = await startServer({ pause: (_milliseconds, signal) => pause(1, signal) })
    const stream = await openStream(server.url, CHANGES, server.pro)
    await stream.until('\n\n')
    const [key] = (await server.store.keys.list()).filter(({ tier }) => tier === 'pro')
    await server.store.keys.revoke(key?.id ?? '', server.clock.now(), 'tests')
    await stream.rest()
    expect((await server.ask(CHANGES, { headers: events })).status).toBe(401)
  })

  test('are sent to so many clients at once, and further ones may come back later', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, maxConcurrentExports: 1 } })
    })
    const stream = await openStream(server.url, CHANGES, server.pro)
    await stream.until('\n\n')
    const refused = await server.ask(CHANGES, { headers: events })
    expect([refused.status, errorOf(refused.text).code]).toEqual([429, 'too_many_exports'])
    expect(linesOf(await server.ask(CHANGES))).toEqual([])
    await server.close()
    await stream.rest()
  })

  test('of a cursor that is gone or wrong are refused like any answer, and take no place', async () => {
    const server = await startServer({
      settings: (defaults) => ({ ...defaults, limits: { ...defaults.limits, maxConcurrentExports: 1 } })
    })
    const ids = ['nonsense', 'more nonsense']
    for (const id of ids) {
      expect((await server.ask(CHANGES, { headers: { ...events, 'last-event-id': id } })).status).toBe(400)
    }
  })

  test('take no wait', async () => {
    const server = await startServer()
    const { status, text } = await ask(server.url, `${CHANGES}?wait=1`, { key: server.pro, headers: events })
    expect([status, errorOf(text).details]).toEqual([400, expect.objectContaining({ parameter: 'wait' })])
  })
})
