import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { json, startFeedServer, status, whole, type FeedServer } from '../support/feed-server.ts'
import { folderWith, sigmill, type CallOptions } from './program.ts'
import { serve, type Serving } from './serving.ts'

interface Line {
  readonly op: string
  readonly indicator: { readonly value: string }
  readonly reason: string
}

/** A server with feeds, and a key that may do everything. */
interface Mill {
  readonly options: CallOptions
  readonly feeds: FeedServer
  readonly serving: Serving
  readonly key: string
}

const keyIn = async (options: CallOptions): Promise<string> => {
  const scopes = 'read:iocs,feeds:admin,metrics:read'
  const { stdout } = await sigmill(['keys', 'create', '--tier', 'pro', '--scope', scopes, '--json'], options)
  return (JSON.parse(stdout) as { readonly key: string }).key
}

const openMill = async (
  prepare: (feeds: FeedServer) => void,
  ...added: readonly (readonly string[])[]
): Promise<Mill> => {
  const options = { cwd: await folderWith({}) }
  const feeds = await startFeedServer()
  prepare(feeds)
  for (const [name = '', path = '', ...flags] of added) {
    const add = ['feeds', 'add', name, feeds.url + path, '--allow-network', '127.0.0.0/8', ...flags]
    expect(await sigmill(add, options)).toMatchObject({ code: 0 })
  }
  const key = await keyIn(options)
  return { options, feeds, key, serving: await serve([], options) }
}

const ask = async ({ serving, key }: Mill, path: string, method = 'GET'): Promise<Response> =>
  fetch(serving.url + path, { method, headers: { authorization: `Bearer ${key}` } })

/** Follows the changes feed, waiting, until so many lines came; gives them and where it goes on. */
const follow = async (mill: Mill, path: string, count: number): Promise<readonly [readonly Line[], string]> => {
  const lines: Line[] = []
  let next = path
  while (lines.length < count) {
    const answer = await ask(mill, next)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    lines.push(
      ...text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    )
    next = /<(.*?)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? next
  }
  return [lines, next]
}

const shown = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ op, reason, indicator }) => `${op} ${indicator.value} ${reason}`).sort()

test('a server fetches its feeds by itself, and the changes feed tells what comes and goes', async () => {
  const mill = await openMill(
    (feeds) => feeds.on('/list', whole('198.51.100.1\n198.51.100.2\n')),
    ['Partner', '/list', '--confidence', 'high']
  )
  const [first, next] = await follow(mill, '/api/v1/iocs/sigma/changes?wait=30', 2)
  expect(shown(first)).toEqual(['put 198.51.100.1 new', 'put 198.51.100.2 new'])
  mill.feeds.on('/list', whole('198.51.100.2\n198.51.100.3\n'))
  expect((await ask(mill, '/api/v1/feeds/Partner/run', 'POST')).status).toBe(202)
  const [second] = await follow(mill, next, 2)
  expect(shown(second)).toEqual(['put 198.51.100.3 new', 'remove 198.51.100.1 withdrawn'])
  mill.serving.child.kill('SIGTERM')
  expect(await mill.serving.ended).toMatchObject({ code: 0 })
})

test('a feed that fails raises an alarm that the log, the list and the metrics show, and holds up no other', async () => {
  const mill = await openMill(
    (feeds) => {
      feeds.on('/broken', status(500))
      feeds.on('/list', whole('198.51.100.1\n'))
      feeds.on('/event', json({ Event: { info: 'x', Attribute: [] } }))
    },
    ['Broken', '/broken'],
    ['Partner', '/list']
  )
  expect(shown((await follow(mill, '/api/v1/iocs/sigma/changes?wait=30', 1))[0])).toEqual(['put 198.51.100.1 new'])
  await mill.serving.hears(/"feed":"Broken".*"alarm":"failing"/)
  expect(await (await ask(mill, '/metrics')).text()).toMatch(/alarm[^\n]*Broken[^\n]* 1\n/)
  const { stdout } = await sigmill(['feeds', 'list'], mill.options)
  expect(stdout).toMatch(/Broken .*failing/)
  mill.serving.child.kill('SIGTERM')
  await mill.serving.ended
})

test('a feed on the disk is read from the folders that the settings name, and from no other', async () => {
  const cwd = await folderWith({ 'outside.txt': '198.51.100.9\n', 'feeds/inside.txt': '198.51.100.1\n' })
  const options = { cwd, env: { SIGMILL_FETCH_FOLDERS: join(cwd, 'feeds') } }
  await sigmill(['feeds', 'add', 'Inside', pathToFileURL(join(cwd, 'feeds/inside.txt')).href], options)
  await sigmill(['feeds', 'add', 'Outside', pathToFileURL(join(cwd, 'outside.txt')).href], options)
  expect(await sigmill(['feeds', 'run', 'Inside'], options)).toMatchObject({ code: 0 })
  expect(await sigmill(['feeds', 'run', 'Outside'], options)).toMatchObject({ code: 1 })
  expect((await sigmill(['rules'], options)).stdout).toContain('198.51.100.1')
  expect((await sigmill(['rules'], options)).stdout).not.toContain('198.51.100.9')
})
