import { readFeedRequest } from '../../src/app/feeds/feed-request.ts'
import { fillTemplate } from '../../src/http/requests/path-template.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import type { StoredKey } from '../../src/store/key-store.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { keyHeaders, type Route, type Way } from './access-outcome.ts'
import { openServer, type HeldKey } from './access-states.ts'
import { idsOf, type Asked } from './ask.ts'
import type { TestServer } from './test-server.ts'

/** A value of which only those are told who see TLP amber. */
export const AMBER_VALUE = '198.51.100.1'

/** A server with one indicator, and the id of its rule. */
export interface House {
  readonly server: TestServer
  readonly ruleId: string
}

/** Opens one. */
export const openHouse = async (): Promise<House> => {
  const server = await openServer()
  const inputs = [textInput('list', AMBER_VALUE)]
  await importInputs(server.store, server.clock, inputs, { feed: 'list', defaults: { tlp: 'amber' } })
  const [ruleId] = idsOf(await server.ask('/api/v1/iocs/sigma'))
  if (ruleId === undefined) throw new Error('there is no rule')
  return { server, ruleId }
}

const FEED = { url: 'https://feed.example/list', threatTypes: ['phishing'] }

/** A feed of which a size waits for approval. */
const addFeed = async ({ store, clock }: TestServer, name: string): Promise<void> => {
  const reading = {
    isRemote: true,
    nameOf: (part: string) => part,
    now: clock.now(),
    longestLifetimeDays: 365,
    keyPrefix: 'sk_live_'
  }
  await store.feeds.add(readFeedRequest({ ...FEED, name }, reading), {
    nextRun: clock.now(),
    lastRun: undefined,
    lastGoodRun: undefined,
    failures: 0,
    etag: undefined,
    lastModified: undefined,
    cursor: undefined,
    size: undefined,
    heldSize: 2,
    approvedSize: undefined,
    alarm: undefined
  })
}

/** An entry of the guard. */
const addGuardEntry = async (server: TestServer, value: string): Promise<void> => {
  const key = await server.keyWith({ scopes: ['guard:admin'], account: value })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ value, why: 'our own' })
  const { status, text } = await server.ask('/api/v1/guard/entries', { method: 'POST', key, headers, body })
  if (status !== 201) throw new Error(text)
}

/** A key that any other may rotate, because none can do less. */
const WEAK_KEY: Partial<StoredKey> = {
  tier: 'free',
  scopes: ['keys:self'],
  networks: ['127.0.0.0/8'],
  maxTlp: 'clear',
  feeds: ['another']
}

/** Without which some operations have nothing to do. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/plan': '?target=splunk',
  '/api/v1/guard/check': '?value=192.0.2.1'
}

/** The bodies of operations that need one, with a name that is not taken. */
const bodiesWith = (name: string): Readonly<Record<string, object>> => ({
  'POST /api/v1/keys': { name, scopes: ['keys:self'] },
  'POST /api/v1/feeds': { name, url: FEED.url },
  'POST /api/v1/guard/entries': { value: `${name}.example`, why: 'our own' },
  'PATCH /api/v1/feeds/{name}': { confidence: 'high' }
})

/** Sends a request with which nothing is wrong but, perhaps, its key. What it names is there, and its own to change. */
export const askRightly = async ({ server, ruleId }: House, route: Route, way: Way, key: HeldKey): Promise<Asked> => {
  const { name, template } = route
  const own = nodeCrypto.randomUuid()
  if (template.includes('{id}')) await server.keyWith({ ...WEAK_KEY, id: own, account: key.account })
  const isFeed = template.includes('/feeds/{name}')
  if (isFeed) await addFeed(server, own)
  if (template.includes('{value}')) await addGuardEntry(server, `${own}.example`)
  const values = new Map([
    ['id', own],
    ['name', isFeed ? own : 'splunk-cim'],
    ['rule_id', ruleId],
    ['object', `indicator--${ruleId}`],
    ['collection', 'all'],
    ['target', 'splunk'],
    ['value', `${own}.example`]
  ])
  const body = bodiesWith(own)[name]
  const headers = keyHeaders(way, key)
  return server.ask(fillTemplate(template, values) + (QUERIES[template] ?? ''), {
    method: way.method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    key: '',
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
}

/** Sends a request with which everything is wrong that is looked at behind the key: what it names, a parameter, the body. */
export const askWrongly = (server: TestServer, { template }: Route, way: Way, key: HeldKey): Promise<Asked> => {
  const { method } = way
  const path = template.replaceAll(/\{\w+\}/g, 'nothing')
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{' }
  return server.ask(`${path}?nonsense=1`, { method, key: '', headers: keyHeaders(way, key), ...body })
}
