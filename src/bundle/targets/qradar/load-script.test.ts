import { execFile, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../../../../tests/support/scratch.ts'
import { LOAD_SCRIPT } from './load-script.ts'
import { REFERENCE_SETS } from './reference-set.ts'
import { SETS_FILE } from './sets-file.ts'

const hasTools = spawnSync('sh', ['-c', 'command -v curl && command -v jq']).status === 0

const NAMES = REFERENCE_SETS.map(({ name }) => name)

const SETS = '/api/reference_data_collections/sets'
const ENTRIES = '/api/reference_data_collections/set_entries'
const TASKS = '/api/reference_data_collections/set_bulk_update_tasks'

/** What a console does otherwise than load everything. */
interface Console {
  /** The status of the answer to a method and path. */
  readonly refuses?: Readonly<Record<string, number>>
  /** The answer to a bulk update. */
  readonly update?: string
  /** The answer about a task. */
  readonly task?: string
  /** The sets that it has; all as it comes. */
  readonly sets?: readonly string[]
}

interface Sent {
  readonly request: string
  readonly token: string | undefined
  readonly body: string
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  request.setEncoding('utf8')
  for await (const piece of request) body += String(piece)
  return body
}

/** A console on a port of its own; gives its address and what it is sent. */
const consoleThat = async ({ refuses = {}, update, task, sets = NAMES }: Console) => {
  const sent: Sent[] = []
  const names = [...sets]
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(String(request.url), 'http://localhost')
    const asked = `${request.method} ${pathname}`
    sent.push({ request: asked, token: request.headers['sec']?.toString(), body: await bodyOf(request) })
    response.statusCode = refuses[asked] ?? 200
    if (asked === `GET ${SETS}`) response.end(JSON.stringify(names.map((name, id) => ({ id, name }))))
    else if (asked === `PATCH ${ENTRIES}`) response.end(update ?? '{"id": 7, "status": "QUEUED"}')
    else if (asked === `GET ${TASKS}/7`) response.end(task ?? '{"id": 7, "status": "COMPLETED"}')
    else if (asked === 'POST /api/reference_data/sets') {
      names.push(String(searchParams.get('name')))
      response.end('{}')
    } else response.writeHead(404).end('{}')
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, sent }
}

const ENTRY = { set: 'sigmill_ip_high', value: '192.0.2.1', source: 'Example', notes: 'rule 1' }

/** A bundle of one file; a file of an older bundle lies beside it. */
const bundleFolder = async (): Promise<string> => {
  const folder = await scratchFolder()
  await mkdir(join(folder, 'entries'))
  const files = {
    'load.sh': LOAD_SCRIPT,
    'sets.json': SETS_FILE,
    'entries/0001.json': JSON.stringify([ENTRY, { set: 'sigmill_ip_low', value: '192.0.2.1', delete_entry: true }]),
    'entries/0002.json': JSON.stringify([{ ...ENTRY, value: '192.0.2.2' }]),
    'bundle.json': JSON.stringify({ files: [{ path: 'sets.json' }, { path: 'entries/0001.json' }] })
  }
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
  return folder
}

interface Loaded {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const load = async (folder: string, environment: Readonly<Record<string, string>>): Promise<Loaded> => {
  const env = { PATH: String(process.env['PATH']), QRADAR_TOKEN: 'secret', QRADAR_WAIT: '0', ...environment }
  return new Promise((resolve) => {
    const child = execFile('sh', [join(folder, 'load.sh')], { env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}

const loadInto = async (parts: Console) => {
  const { url, sent } = await consoleThat(parts)
  return { ...(await load(await bundleFolder(), { QRADAR: url })), sent }
}

describe.skipIf(!hasTools)('load.sh of a bundle for QRadar', () => {
  it('creates the sets that are missing and sends what the bundle lists, nothing older', async () => {
    const { code, stdout, stderr, sent } = await loadInto({ sets: ['other', 'sigmill_ip_high'] })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/^created /gm)).toHaveLength(REFERENCE_SETS.length - 1)
    expect(stdout).toContain('loaded entries/0001.json')
    expect(new Set(sent.map(({ token }) => token))).toEqual(new Set(['secret']))
    const updates = sent.filter(({ request }) => request === `PATCH ${ENTRIES}`)
    expect(updates.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      [
        { value: '192.0.2.1', source: 'Example', notes: 'rule 1', collection_id: 1 },
        { value: '192.0.2.1', delete_entry: true, collection_id: 3 }
      ]
    ])
  })

  it.each([
    [`GET ${SETS}`, 401],
    ['POST /api/reference_data/sets', 409],
    [`PATCH ${ENTRIES}`, 401],
    [`PATCH ${ENTRIES}`, 409],
    [`GET ${TASKS}/7`, 404]
  ])('ends where QRadar refuses %s with %d', async (request, status) => {
    const { code, stdout, stderr } = await loadInto({ refuses: { [request]: status }, sets: NAMES.slice(1) })
    expect(code).toBe(1)
    expect(stderr).toContain(`returned error: ${status}`)
    expect(stderr).toContain(`load.sh: QRadar did not do ${request.replace('/api/', '/')}`)
    expect(stdout).not.toContain('loaded')
  })

  it('ends where nobody answers', async () => {
    const { code, stderr } = await load(await bundleFolder(), { QRADAR: 'http://127.0.0.1:1' })
    expect(code).toBe(1)
    expect(stderr).toContain('load.sh: QRadar did not do GET /reference_data_collections/sets')
  })

  it.each([
    [{ update: '' }, 'names no task'],
    [{ update: '{"id": "../sets"}' }, 'names no task'],
    [{ update: '<html>' }, 'is no JSON'],
    [{ task: '{"status": "EXCEPTION"}' }, 'its status is "EXCEPTION"'],
    [{ task: '{"status": "CONFLICT"}' }, 'its status is "CONFLICT"'],
    [{ task: '{"status": "NEVER_HEARD_OF"}' }, 'its status is "NEVER_HEARD_OF"'],
    [{ task: '{}' }, 'its status is ""'],
    [{ task: '<html>' }, 'about task 7 is no JSON'],
    [{ task: '{"status": "PROCESSING"}' }, 'still PROCESSING after 0 seconds']
  ])('ends where QRadar answers %j', async (answers, sentence) => {
    const { code, stdout, stderr } = await loadInto(answers)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^load\.sh: entries\/0001\.json: /m)
    expect(stderr).toContain(sentence)
    expect(stdout).not.toContain('loaded')
  })

  it('ends where the bundle is not whole', async () => {
    const folder = await bundleFolder()
    const { url } = await consoleThat({})
    await writeFile(join(folder, 'bundle.json'), '{"files":')
    const unlisted = await load(folder, { QRADAR: url })
    expect(unlisted.code).toBe(1)
    expect(unlisted.stderr).toContain('load.sh: bundle.json cannot be read')
    await writeFile(join(folder, 'bundle.json'), '{"files":[{"path":"entries/0003.json"}]}')
    const missing = await load(folder, { QRADAR: url })
    expect(missing.code).toBe(1)
    expect(missing.stderr).toContain(
      'load.sh: entries/0003.json names a set that QRadar does not have, or cannot be read.'
    )
  })
})
