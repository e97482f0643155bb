import { expect, test } from 'vitest'
import { type Answer, json, startFeedServer, status, whole } from '../../../../tests/support/feed-server.ts'
import { collected, collecting, inputTexts } from '../../../../tests/support/collecting.ts'
import type { CollectedInputs } from '../protocol.ts'
import { taxii } from './taxii.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const object = (number: number): object => ({ type: 'indicator', id: `indicator--${number}` })

const added = (second: number): string => `2026-05-17T10:00:0${second}.000000Z`

const query = (target: string): Record<string, string> =>
  Object.fromEntries(new URL(target, 'http://feeds.example').searchParams)

/** Answers by the page that is asked for: its `next`, else its `added_after`, else `first`. */
const pages =
  (answers: Readonly<Record<string, Answer>>): Answer =>
  (request, response) => {
    const { next, added_after: after } = query(request.url ?? '')
    const answer = answers[next ?? after ?? 'first'] ?? status(404)
    answer(request, response)
  }

const lastAdded = (second: number): Record<string, string> => ({ 'X-TAXII-Date-Added-Last': added(second) })

const OBJECTS = '/api/collections/91a7b528/objects/'

const objectsOf = async (run: CollectedInputs): Promise<unknown> => {
  const [input, ...others] = await inputTexts(run)
  expect(others).toEqual([])
  return JSON.parse(input?.text ?? '')
}

test('all pages make one bundle, and the last object that was added is the cursor', async () => {
  const server = await startFeedServer()
  server.on(
    OBJECTS,
    pages({
      first: json({ more: true, next: 'two', objects: [object(1), object(2)] }, lastAdded(2)),
      two: json({ more: true, next: 'three', objects: [object(3)] }, lastAdded(3)),
      three: json({ more: false, objects: [object(4)] }, lastAdded(4))
    })
  )
  const run = await collected(taxii, { url: `${server.url}/api/collections/91a7b528/` })
  expect(await objectsOf(run)).toEqual({ type: 'bundle', objects: [object(1), object(2), object(3), object(4)] })
  expect(run.finish()).toEqual({ cursor: added(4) })
  await run.close()
  expect(server.requests.map(({ target }) => query(target))).toEqual([
    { limit: '1000' },
    { limit: '1000', next: 'two' },
    { limit: '1000', next: 'three' }
  ])
  expect(server.requests[0]?.headers.accept).toBe('application/taxii+json;version=2.1')
})

test('a run goes on behind the last one, and nothing new is nothing to do', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, pages({ [added(4)]: json({ objects: [object(5)] }, lastAdded(5)), [added(5)]: json({}) }))
  const run = await collected(taxii, { url: server.url + OBJECTS, cursor: added(4) })
  expect(await objectsOf(run)).toEqual({ type: 'bundle', objects: [object(5)] })
  expect(run.finish()).toEqual({ cursor: added(5) })
  expect(await collecting(taxii, { url: server.url + OBJECTS, cursor: added(5) })).toEqual({ kind: 'unchanged' })
})

test('a collection that is empty from the start is an empty bundle', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, json({}))
  const run = await collected(taxii, { url: server.url + OBJECTS })
  expect(await objectsOf(run)).toEqual({ type: 'bundle', objects: [] })
  expect(run.finish()).toEqual({ cursor: undefined })
})

test('more without a next goes on behind the last object that was added', async () => {
  const server = await startFeedServer()
  server.on(
    OBJECTS,
    pages({
      first: json({ more: true, objects: [object(1)] }, lastAdded(1)),
      [added(1)]: json({ more: true, next: 'n', objects: [object(2)] }, lastAdded(2)),
      n: json({ more: true, objects: [object(3)] }, lastAdded(3)),
      [added(3)]: json({ objects: [object(4)] }, lastAdded(4))
    })
  )
  const run = await collected(taxii, { url: server.url + OBJECTS })
  expect(await objectsOf(run)).toMatchObject({ objects: [object(1), object(2), object(3), object(4)] })
  expect(run.finish()).toEqual({ cursor: added(4) })
})

test('what the URL asks for is kept', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, json({ objects: [] }))
  await collected(taxii, { url: `${server.url}${OBJECTS}?limit=50&match%5Btype%5D=indicator` })
  expect(query(server.requests[0]?.target ?? '')).toEqual({ limit: '50', 'match[type]': 'indicator' })
})

test('a time that is none is no cursor', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, json({ objects: [object(1)] }, { 'X-TAXII-Date-Added-Last': 'yesterday' }))
  const run = await collected(taxii, { url: server.url + OBJECTS, cursor: added(1) })
  expect(run.finish()).toEqual({ cursor: added(1) })
})

test.each([
  ['no JSON', whole('<html>'), 'is no JSON object'],
  ['a list', json([]), 'is no JSON object'],
  ['more without a way', json({ more: true, objects: [object(1)] }), 'does not say how to get them']
])('%s is no page', async (_what, answer, reason) => {
  const server = await startFeedServer()
  server.on(OBJECTS, answer)
  await expect(collecting(taxii, { url: server.url + OBJECTS })).rejects.toMatchObject({
    code: 'fetch_unexpected',
    message: saying(reason)
  })
})

test('pages that go in circles fail the run', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, json({ more: true, next: 'again', objects: [object(1)] }))
  const run = await collected(taxii, { url: server.url + OBJECTS })
  await expect(inputTexts(run)).rejects.toMatchObject({
    code: 'fetch_unexpected',
    message: saying('promises more objects without end')
  })
})

test('a page that fails fails the run', async () => {
  const server = await startFeedServer()
  server.on(OBJECTS, pages({ first: json({ more: true, next: 'two', objects: [object(1)] }), two: status(503) }))
  const run = await collected(taxii, { url: server.url + OBJECTS })
  await expect(inputTexts(run)).rejects.toMatchObject({ code: 'fetch_status', details: { status: 503 } })
})

test.each([['/taxii2/'], ['/api/'], ['/api'], ['/api/collections/'], ['/api/collections']])(
  '%s is no collection, and the refusal names those that are there',
  async (path) => {
    const server = await startFeedServer()
    const other = await startFeedServer()
    server.on('/taxii2/', json({ title: 'Server', api_roots: ['/api/', `${other.url}/api/`, 7, 'http://['] }))
    server.on('/api/', json({ title: 'Root', versions: ['application/taxii+json;version=2.1'] }))
    server.on('/api', json({ title: 'Root' }))
    const list = json({ collections: [{ id: 'a1', title: 'All' }, { id: 'b/2' }, { title: 'none' }] })
    server.on('/api/collections/', list)
    server.on('/api/collections', list)
    const headers = [{ name: 'Authorization', value: 'secret' }]
    await expect(collecting(taxii, { url: server.url + path, headers })).rejects.toMatchObject({
      code: 'invalid_parameter',
      message:
        'A TAXII feed is a collection, with a URL as in https://taxii.example/api/collections/ID/. ' +
        `There are: "All" at "${server.url}/api/collections/a1/", "b/2" at "${server.url}/api/collections/b%2F2/".`,
      details: { parameter: 'url' }
    })
    expect(other.requests).toEqual([])
  }
)

test('a refusal names twenty collections at most', async () => {
  const server = await startFeedServer()
  const ids = Array.from({ length: 30 }, (_, number) => ({ id: `c${number}` }))
  server.on('/collections/', json({ collections: ids }))
  await expect(collecting(taxii, { url: `${server.url}/collections/` })).rejects.toMatchObject({
    message: saying(`"c19" at "${server.url}/collections/c19/" and more.`)
  })
})

test('a refusal needs no server that answers', async () => {
  const server = await startFeedServer()
  for (const url of [`${server.url}/taxii2/`, 'no URL']) {
    await expect(collecting(taxii, { url })).rejects.toMatchObject({
      code: 'invalid_parameter',
      message: 'A TAXII feed is a collection, with a URL as in https://taxii.example/api/collections/ID/.'
    })
  }
})
