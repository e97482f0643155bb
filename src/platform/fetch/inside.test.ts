import { expect, test } from 'vitest'
import { startFeedServer, whole } from '../../../tests/support/feed-server.ts'
import { fetchText, LOOPBACK } from '../../../tests/support/fetching.ts'
import type { ResolveHost } from './resolve-host.ts'

const LIST = '192.0.2.1\n'

const saying = (text: string): unknown => expect.stringContaining(text)

const addresses =
  (...found: readonly string[]): ResolveHost =>
  () =>
    Promise.resolve(found)

test.each([
  '127.0.0.1',
  '2130706433',
  '0177.0.0.1',
  '0x7f.1',
  '0x7f000001',
  '127.1',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '①②⑦.0.0.1',
  '0',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:127.0.0.1]'
])('the machine itself is not reached as %s', async (host) => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  await expect(fetchText({ url: `http://${host}:${server.port}/`, allowNetworks: [] })).rejects.toMatchObject({
    code: 'fetch_refused',
    message: saying('that is no part of the public internet. If it is meant, allow its network with --allow-network.')
  })
  expect(server.requests).toEqual([])
})

test.each([
  ['169.254.169.254', 'link-local'],
  ['100.100.100.200', 'carrier-grade NAT'],
  ['[fd00:ec2::254]', 'private'],
  ['[64:ff9b::a9fe:a9fe]', 'link-local'],
  ['[2002:7f00:1::]', '6to4'],
  ['[::]', 'unspecified'],
  ['10.0.0.1', 'private']
])('%s is not reached: %s', async (host, kind) => {
  await expect(fetchText({ url: `http://${host}/latest/meta-data/` })).rejects.toMatchObject({
    code: 'fetch_refused',
    message: saying(`a ${kind} address`)
  })
})

test.each(['127.0.0.1', '::1', '10.0.0.1', '::ffff:127.0.0.1'])('a name that is %s is not reached', async (address) => {
  const request = fetchText({ url: 'http://feeds.example/', allowNetworks: [] }, { resolve: addresses(address) })
  await expect(request).rejects.toMatchObject({
    code: 'fetch_refused',
    message: saying(`"http://feeds.example/" is not fetched: it leads to ${address}, a `)
  })
})

test('a network that is listed is reached, by address and by name', async () => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', 'feeds.example']) {
    expect(await fetchText({ url: `http://${host}:${server.port}/`, allowNetworks: LOOPBACK })).toBe(LIST)
  }
  expect(server.requests.map(({ headers }) => headers.host)).toContain(`feeds.example:${server.port}`)
})

test('a name is looked up once, so that a second answer changes nothing', async () => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  const asked: string[] = []
  const resolve: ResolveHost = (name) => {
    asked.push(name)
    return Promise.resolve([asked.length === 1 ? '127.0.0.2' : '127.0.0.1'])
  }
  const request = { url: `http://feeds.example:${server.port}/`, allowNetworks: ['127.0.0.1'] }
  // The first answer is refused although the second would pass.
  await expect(fetchText(request, { resolve })).rejects.toMatchObject({ code: 'fetch_refused' })
  expect(asked).toEqual(['feeds.example'])
  // The address that passes is the one that is connected to.
  expect(await fetchText(request, { resolve })).toBe(LIST)
  expect(asked).toHaveLength(2)
})

test('of several addresses only those that may be reached are tried, one after the other', async () => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  // The server listens on 127.0.0.1 alone, so the first that may be reached refuses the connection.
  const resolve = addresses('10.0.0.1', '127.0.0.3', '127.0.0.1')
  expect(await fetchText({ url: `http://feeds.example:${server.port}/` }, { resolve })).toBe(LIST)
})

test('a name without addresses, or one that nobody knows, is said', async () => {
  const url = 'http://feeds.example/'
  await expect(fetchText({ url }, { resolve: addresses() })).rejects.toMatchObject({
    code: 'fetch_failed',
    message: `"${url}" cannot be fetched: its host has no address. Check the URL.`
  })
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND feeds.example'), { code: 'ENOTFOUND' })
  await expect(fetchText({ url }, { resolve: () => Promise.reject(unknown) })).rejects.toMatchObject({
    code: 'fetch_failed',
    message: `"${url}" cannot be fetched: there is no host of that name. Check the URL (ENOTFOUND).`
  })
})

test('a port where nothing listens is said', async () => {
  const { port } = await startFeedServer()
  await expect(fetchText({ url: `http://127.0.0.9:${port}/` })).rejects.toMatchObject({
    code: 'fetch_failed',
    message: saying('nothing listens there. Check host and port (ECONNREFUSED).')
  })
})

test('a mistake of a resolver is no failure of the network', async () => {
  const mistake = new TypeError('not a function')
  await expect(fetchText({ url: 'http://feeds.example/' }, { resolve: () => Promise.reject(mistake) })).rejects.toBe(
    mistake
  )
})

test.each([
  [
    'http://user:secret@feeds.example/list',
    '"http://feeds.example/list" is not fetched: it carries a user or password'
  ],
  ['https://secret@feeds.example/', "--header 'Authorization: env:VARIABLE'"],
  [
    'ftp://feeds.example/secret',
    'ftp://... is not fetched: it has a scheme that is not fetched. Use http, https or a file'
  ],
  ['gopher://127.0.0.1:6379/_secret', 'has a scheme that is not fetched'],
  ['data:text/plain,secret', 'has a scheme that is not fetched'],
  ['http://[::1/secret', 'http:... is not fetched: it is no URL. Check its spelling'],
  ['http://1.2.3.256/', 'is no URL'],
  ['file://server/share/secret?', 'is no URL of a file on this machine']
])('%s is refused', async (url, message) => {
  const request = fetchText({ url })
  await expect(request).rejects.toMatchObject({ code: 'fetch_refused', message: saying(message) })
})

test('messages show no query, where keys often stand', async () => {
  await expect(fetchText({ url: 'http://10.0.0.1/feed?key=secret' })).rejects.toMatchObject({
    message: saying('"http://10.0.0.1/feed?..." is not fetched')
  })
})

test('proxies of the environment are not asked', async () => {
  const server = await startFeedServer()
  server.on('/', whole(LIST))
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:9'
  process.env['http_proxy'] = 'http://127.0.0.1:9'
  try {
    expect(await fetchText({ url: server.url })).toBe(LIST)
  } finally {
    delete process.env['HTTP_PROXY']
    delete process.env['http_proxy']
  }
})
