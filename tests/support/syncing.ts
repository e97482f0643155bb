import type { IncomingMessage } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sync } from '../../src/app/sync/sync.ts'
import type { SyncReport } from '../../src/app/sync/sync-report.ts'
import { readServerUrl, type SyncRequest } from '../../src/app/sync/sync-request.ts'
import { openSyncServer } from '../../src/app/sync/sync-server.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import { openFolder } from '../../src/platform/folder.ts'
import { createAskServer } from '../../src/platform/server/ask-server.ts'
import { openSpool } from '../../src/platform/spool.ts'
import { type Answer, type FeedServer, startFeedServer, whole } from './feed-server.ts'
import { scratchFolder } from './scratch.ts'
import { MOMENT } from './stores.ts'

export const EXPORT = '/api/v1/iocs/sigma'
export const CHANGES = '/api/v1/iocs/sigma/changes'

/** The key that is sent; it must never be seen in a message. */
export const KEY = 'sk_live_quite_secret_0001'

/** A folder that is kept in step with a server under test. */
export interface Syncing {
  readonly server: FeedServer
  readonly path: string
  /** Seconds that were waited between requests. */
  readonly waits: readonly number[]
  readonly run: (request?: Partial<SyncRequest>) => Promise<SyncReport>
  /** The files of the folder with their texts. */
  readonly files: () => Promise<Readonly<Record<string, string>>>
}

/** Opens a server without any answer, and a folder that does not exist yet. */
export const openSyncing = async (): Promise<Syncing> => {
  const server = await startFeedServer()
  const path = join(await scratchFolder(), 'rules')
  const waits: number[] = []
  const ask = createAskServer({ userAgent: 'sigmill/test', resolve: () => Promise.resolve(['127.0.0.1']) })
  const pause = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds / 1_000)
    return Promise.resolve()
  }
  return {
    server,
    path,
    waits,
    run: async (request) =>
      sync(
        {
          url: readServerUrl(server.url, '--from'),
          filters: { kinds: undefined, confidences: undefined, industries: undefined },
          group: undefined,
          pageSize: 4,
          ...request
        },
        {
          folder: await openFolder(path),
          server: openSyncServer({ ask, pause, clock: settableClock(MOMENT), key: KEY, retries: 2 }),
          crypto: nodeCrypto,
          openSpool,
          named: 100
        }
      ),
    files: async () => filesIn(path)
  }
}

/** The visible files of a folder with their texts. */
export const filesIn = async (path: string): Promise<Readonly<Record<string, string>>> => {
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const))
  return Object.fromEntries(texts)
}

/** The id of the rule of 192.0.2.N. */
export const idOf = (n: number): string => `f1e2d3c4-b5a6-4890-abcd-${String(n).padStart(12, '0')}`

/** The file of the rule of 192.0.2.N. */
export const fileOf = (n: number): string => `ioc_${idOf(n).replaceAll('-', '_')}.yml`

/** The rule of 192.0.2.N as another service may write it. */
export const ruleOf = (n: number, level = 'high'): string =>
  [
    `title: Another Service IOC - Malicious IP 192.0.2.${n}`,
    `id: ${idOf(n)}`,
    'status: experimental',
    'logsource:',
    '  category: network_connection',
    '  product: windows',
    'detection:',
    '  selection:',
    `    DestinationIp: '192.0.2.${n}'`,
    '  condition: selection',
    `level: ${level}`,
    ''
  ].join('\n')

/** Rules as one body. */
export const bodyOf = (...rules: readonly string[]): string => rules.join('---\n')

/** A parameter of a request. */
export const parameterOf = (request: IncomingMessage, name: string): string | null =>
  new URL(request.url ?? '/', 'http://localhost').searchParams.get(name)

/** An export in one answer. */
export const exportOf = (...rules: readonly string[]): Answer =>
  whole(bodyOf(...rules), { 'content-type': 'application/yaml; charset=utf-8' })

/** An export in pages that are linked; `cursor` is the number of a page. */
export const linkedExport =
  (...pages: readonly (readonly string[])[]): Answer =>
  (request, response) => {
    const page = Number(parameterOf(request, 'cursor') ?? 0)
    const isLast = page === pages.length - 1
    const link = `<${EXPORT}?limit=4&cursor=${page + 1}>; rel="next"`
    const answer = whole(bodyOf(...(pages[page] ?? [])), isLast ? {} : { link })
    answer(request, response)
  }

/** A line of the changes feed that puts the rule of 192.0.2.N. */
export const putLine = (n: number, reason = 'new', level = 'high'): string =>
  JSON.stringify({ op: 'put', rule_id: idOf(n), reason, rule: ruleOf(n, level) })

/** A line of the changes feed that removes the rule of 192.0.2.N. */
export const removeLine = (n: number, reason = 'expired'): string =>
  JSON.stringify({ op: 'remove', rule_id: idOf(n), reason })

/** A changes feed in pages, of which each leads to the next; `cursor` is the number of a page, and the end is empty. */
export const changesFeed =
  (...pages: readonly (readonly string[])[]): Answer =>
  (request, response) => {
    const page = Number(parameterOf(request, 'cursor') ?? 0)
    const lines = pages[page] ?? []
    const next = Math.min(page + 1, pages.length)
    const answer = whole(lines.map((line) => `${line}\n`).join(''), {
      'content-type': 'application/x-ndjson',
      link: `<${CHANGES}?cursor=${next}>; rel="next"`
    })
    answer(request, response)
  }
