import { expect, test } from 'vitest'
import { folderWith, hostNames, sigmill, type CallOptions } from './program.ts'
import { serve, type Serving } from './serving.ts'

const CHANGES = '/api/v1/iocs/sigma/changes?limit=10000'

const HOSTS = 10_000

/** A server over imported values, and a key that reads and keeps the guard. */
interface Mill {
  readonly options: CallOptions
  readonly key: string
  readonly serving: Serving
  readonly ask: (path: string, method?: string, body?: object) => Promise<Response>
}

const keyIn = async (options: CallOptions): Promise<string> => {
  const scopes = 'read:iocs,guard:admin'
  const { stdout } = await sigmill(['keys', 'create', '--tier', 'pro', '--scope', scopes, '--json'], options)
  return (JSON.parse(stdout) as { readonly key: string }).key
}

const start = async (options: CallOptions, key: string): Promise<Mill> => {
  const serving = await serve([], options)
  const ask: Mill['ask'] = async (path, method = 'GET', body) =>
    fetch(serving.url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
  return { options, key, serving, ask }
}

const openMill = async (values: string): Promise<Mill> => {
  const options = { cwd: await folderWith({ 'list.txt': values }) }
  expect(await sigmill(['import', 'list.txt'], options)).toMatchObject({ code: 0 })
  return start(options, await keyIn(options))
}

/** Goes through the changes until nothing is left; gives where it goes on. */
const skipChanges = async ({ ask }: Mill): Promise<string> => {
  let next = CHANGES
  for (;;) {
    const answer = await ask(next)
    next = /<(.*?)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? next
    if ((await answer.text()) === '') return next
  }
}

/** Waits for changes behind a place until there are so many; gives what became of which values, and where it goes on. */
const follow = async ({ ask }: Mill, from: string, count: number): Promise<readonly [readonly string[], string]> => {
  const shown: string[] = []
  let next = from
  while (shown.length < count) {
    const answer = await ask(next.includes('wait=') ? next : `${next}&wait=30`)
    expect(answer.status).toBe(200)
    for (const line of (await answer.text()).split('\n').filter((text) => text !== '')) {
      const { op, reason, indicator } = JSON.parse(line) as {
        readonly op: string
        readonly reason: string
        readonly indicator: { readonly value: string }
      }
      shown.push(`${op} ${indicator.value} ${reason}`)
    }
    next = /<(.*?)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? next
  }
  return [shown.sort(), next]
}

const stop = async ({ serving }: Mill): Promise<void> => {
  serving.child.kill('SIGTERM')
  expect(await serving.ended).toMatchObject({ code: 0 })
}

test('what is guarded over HTTP leaves the rules of a running server by itself, and comes back', async () => {
  const mill = await openMill('a.partner.example\nb.partner.example\nevil.example.net\n')
  const next = await skipChanges(mill)
  const added = await mill.ask('/api/v1/guard/entries', 'POST', { value: 'partner.example', why: 'a partner' })
  expect(added.status).toBe(201)
  const [guarded, behind] = await follow(mill, next, 2)
  expect(guarded).toEqual(['remove a.partner.example guarded', 'remove b.partner.example guarded'])
  expect((await mill.ask('/api/v1/iocs/sigma')).headers.get('x-rule-count')).toBe('1')
  expect((await mill.ask('/api/v1/guard/entries/partner.example', 'DELETE')).status).toBe(200)
  const [returned] = await follow(mill, behind, 2)
  expect(returned).toEqual(['put a.partner.example returned', 'put b.partner.example returned'])
  await stop(mill)
})

test('an edit on the command line takes effect in a running server alike', async () => {
  const mill = await openMill('a.partner.example\nevil.example.net\n')
  const next = await skipChanges(mill)
  expect(await sigmill(['guard', 'add', 'partner.example'], mill.options)).toMatchObject({ code: 0 })
  expect((await follow(mill, next, 1))[0]).toEqual(['remove a.partner.example guarded'])
  await stop(mill)
})

test('a server that is killed while it follows an edit goes on when it starts again', async () => {
  const mill = await openMill(hostNames(HOSTS))
  const next = await skipChanges(mill)
  expect((await mill.ask('/api/v1/guard/entries', 'POST', { value: 'example.com' })).status).toBe(201)
  const [before, behind] = await follow(mill, next, 1)
  mill.serving.child.kill('SIGKILL')
  await mill.serving.ended
  const again = await start(mill.options, mill.key)
  const [after] = before.length < HOSTS ? await follow(again, behind, HOSTS - before.length) : [[]]
  expect(new Set([...before, ...after]).size).toBe(HOSTS)
  expect((await again.ask('/api/v1/iocs/sigma')).headers.get('x-rule-count')).toBe('0')
  await stop(again)
})
