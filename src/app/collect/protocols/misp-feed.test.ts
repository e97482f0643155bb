import { expect, test } from 'vitest'
import { cutOff, json, type FeedServer, startFeedServer, unchanging } from '../../../../tests/support/feed-server.ts'
import { collected, collecting, inputTexts } from '../../../../tests/support/collecting.ts'
import { mispFeed } from './misp-feed.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const uuid = (number: number): string => `5a8d6878-2649-4ddc-a1f6-00000000000${number}`

/** Serves events with the given timestamps. */
const publish = (server: FeedServer, times: Readonly<Record<number, number | string>>): void => {
  const events = Object.entries(times).map(([number, timestamp]) => [uuid(Number(number)), { timestamp, info: 'e' }])
  server.on('/feed/manifest.json', json(Object.fromEntries(events)))
  for (const number of Object.keys(times)) {
    const id = uuid(Number(number))
    server.on(`/feed/${id}.json`, json({ Event: { uuid: id } }))
  }
}

const names = (server: FeedServer, ...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `${server.url}/feed/${uuid(number)}.json`)

test('every event is an input of its own, the oldest edit first', async () => {
  const server = await startFeedServer()
  publish(server, { 1: '1700000300', 2: 1_700_000_100, 3: '1700000300' })
  const run = await collected(mispFeed, { url: `${server.url}/feed/` })
  const inputs = await inputTexts(run)
  expect(inputs.map(({ name }) => name)).toEqual(names(server, 2, 1, 3))
  expect(inputs[0]).toMatchObject({ stem: 'misp-feed', text: JSON.stringify({ Event: { uuid: uuid(2) } }) })
  await run.close()
})

test('the manifest itself, or its folder with or without a slash, is the URL; its query goes along', async () => {
  const server = await startFeedServer()
  publish(server, { 1: 1 })
  for (const path of ['/feed/manifest.json?key=k', '/feed?key=k', '/feed/?key=k']) {
    await inputTexts(await collected(mispFeed, { url: server.url + path }))
  }
  const once = [`/feed/manifest.json?key=k`, `/feed/${uuid(1)}.json?key=k`]
  expect(server.requests.map(({ target }) => target)).toEqual([...once, ...once, ...once])
})

test('a run fetches what is new or was edited since, however old its timestamp is', async () => {
  const server = await startFeedServer()
  const url = `${server.url}/feed/`
  publish(server, { 1: 100, 2: 200, 3: 300 })
  const { cursor } = (await collected(mispFeed, { url })).finish()
  expect(await collecting(mispFeed, { url, cursor })).toEqual({ kind: 'unchanged' })

  publish(server, { 1: 100, 2: 400, 3: 300, 4: 300, 5: 50 })
  const next = await collected(mispFeed, { url, cursor })
  expect((await inputTexts(next)).map(({ name }) => name)).toEqual(names(server, 5, 4, 2))
  expect(await collecting(mispFeed, { url, ...next.finish() })).toEqual({ kind: 'unchanged' })
})

test('a manifest that did not change is not read again', async () => {
  const server = await startFeedServer()
  server.on('/feed/manifest.json', unchanging(JSON.stringify({ [uuid(1)]: { timestamp: 1 } }), '"1"'))
  const url = `${server.url}/feed/`
  const run = await collected(mispFeed, { url })
  expect(run.finish()).toMatchObject({ etag: '"1"' })
  expect(await collecting(mispFeed, { url, validators: { etag: '"1"' } })).toEqual({ kind: 'unchanged' })
})

test('a manifest that is empty from the start gives no inputs', async () => {
  const server = await startFeedServer()
  publish(server, {})
  expect(await inputTexts(await collected(mispFeed, { url: `${server.url}/feed/` }))).toEqual([])
})

test.each(['not JSON', '[]', '{"a":"b"}'])('a cursor that is none of ours starts anew: %s', async (cursor) => {
  const server = await startFeedServer()
  publish(server, { 1: 100 })
  const run = await collected(mispFeed, { url: `${server.url}/feed/`, cursor })
  expect(run.kind).toBe('inputs')
})

test.each([
  ['another object', { Event: {} }],
  ['a name that leads elsewhere', { '../../secret': { timestamp: 1 } }],
  ['an event without a time', { [uuid(1)]: { info: 'e' } }],
  ['a list', []]
])('%s is no manifest', async (_what, value) => {
  const server = await startFeedServer()
  server.on('/feed/manifest.json', json(value))
  await expect(collecting(mispFeed, { url: `${server.url}/feed/` })).rejects.toMatchObject({ code: 'fetch_unexpected' })
})

test('an event that fails fails the run', async () => {
  const server = await startFeedServer()
  publish(server, { 1: 100, 2: 200 })
  server.on(`/feed/${uuid(2)}.json`, cutOff('{"Event":', 1_000))
  const run = await collected(mispFeed, { url: `${server.url}/feed/` })
  await expect(inputTexts(run)).rejects.toMatchObject({
    code: 'fetch_truncated',
    message: saying(`${uuid(2)}.json" is not whole`)
  })
})

test('a run that could not read some events makes those alone come again', async () => {
  const server = await startFeedServer()
  const url = `${server.url}/feed/?key=k`
  publish(server, { 1: 100, 2: 200 })
  const { cursor } = (await collected(mispFeed, { url })).finish()
  publish(server, { 1: 100, 2: 250, 3: 300, 4: 400, 5: 500 })
  const broken = names(server, 2, 4)
  const run = await collected(mispFeed, { url, cursor })
  const progress = run.partial?.((name) => !broken.includes(name))
  expect(Object.keys(progress ?? {})).toEqual(['cursor'])

  const next = await collected(mispFeed, { url, ...progress })
  expect((await inputTexts(next)).map(({ name }) => name)).toEqual(broken)
  const again = await collected(mispFeed, { url, cursor: next.partial?.(() => false).cursor })
  expect((await inputTexts(again)).map(({ name }) => name)).toEqual(broken)
  expect(await collecting(mispFeed, { url, ...again.finish() })).toEqual({ kind: 'unchanged' })
})

test('a first run of which nothing could be read starts anew', async () => {
  const server = await startFeedServer()
  const url = `${server.url}/feed/`
  publish(server, { 1: 100 })
  const run = await collected(mispFeed, { url })
  const next = await collected(mispFeed, { url, ...run.partial?.(() => false) })
  expect((await inputTexts(next)).map(({ name }) => name)).toEqual(names(server, 1))
})
