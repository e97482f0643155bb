import { expect, test } from 'vitest'
import { hasOpenssl, makeCertificate } from '../../../tests/support/certificate.ts'
import { redirect, startFeedServer, status, whole } from '../../../tests/support/feed-server.ts'
import { fetcher, fetchText, LOOPBACK, textOf } from '../../../tests/support/fetching.ts'

const LIST = '192.0.2.1\n'

const saying = (text: string): unknown => expect.stringContaining(text)

test.each([301, 302, 303, 307, 308])('a redirect by %i is followed', async (code) => {
  const server = await startFeedServer()
  server.on('/old', redirect('new?page=1', code))
  server.on('/new', whole(LIST))
  const answer = await fetcher()({ url: `${server.url}/old`, allowNetworks: LOOPBACK })
  expect(answer).toMatchObject({ name: `${server.url}/new`, finalUrl: `${server.url}/new?page=1` })
  expect(await textOf(answer)).toBe(LIST)
})

test('five redirects are followed, and no sixth', async () => {
  const server = await startFeedServer()
  for (let hop = 0; hop < 6; hop++) server.on(`/${hop}`, redirect(`/${hop + 1}`))
  server.on('/6', whole(LIST))
  expect(await fetchText({ url: `${server.url}/1` })).toBe(LIST)
  await expect(fetchText({ url: `${server.url}/0` })).rejects.toMatchObject({
    code: 'fetch_failed',
    message: `"${server.url}/0" cannot be fetched: it is redirected more than 5 times. Use the URL that it is meant to lead to.`
  })
})

test('a redirect to itself ends', async () => {
  const server = await startFeedServer()
  server.on('/', redirect('/'))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ code: 'fetch_failed' })
  expect(server.requests).toHaveLength(6)
  await server.idle()
})

test.each([
  ['http://169.254.169.254/latest/meta-data/', 'a link-local address'],
  ['http://2130706434:1/', 'leads to 127.0.0.2, a loopback address'],
  ['http://[::ffff:10.0.0.1]/', 'a private address'],
  ['http://inside.example/', 'leads to 10.0.0.1, a private address'],
  ['ftp://feeds.example/', 'has a scheme that is not fetched'],
  ['file:///etc/passwd', 'has a scheme that is not fetched'],
  ['http://user:password@feeds.example/', 'carries a user or password'],
  ['http://[', 'redirects to what is no URL. Use the URL behind the redirect']
])('a redirect to %s is refused', async (location, reason) => {
  const server = await startFeedServer()
  server.on('/', redirect(location))
  const resolve = (name: string): Promise<readonly string[]> =>
    Promise.resolve([name === 'inside.example' ? '10.0.0.1' : '127.0.0.1'])
  const request = { url: `http://feeds.example:${server.port}/`, allowNetworks: ['127.0.0.1'] }
  await expect(fetchText(request, { resolve })).rejects.toMatchObject({
    code: 'fetch_refused',
    message: saying(reason)
  })
  expect(server.requests).toHaveLength(1)
})

test('headers go to the own origin only, and not back to it from elsewhere', async () => {
  const home = await startFeedServer()
  const other = await startFeedServer()
  home.on('/start', redirect('/next'))
  home.on('/next', redirect(`${other.url}/away`))
  other.on('/away', redirect(`${home.url}/back`))
  home.on('/back', whole(LIST))
  const headers = [
    { name: 'Auth-Key', value: 'secret' },
    { name: 'Authorization', value: 'Bearer secret' },
    { name: 'Cookie', value: 'session=secret' }
  ]
  expect(await fetchText({ url: `${home.url}/start`, headers })).toBe(LIST)
  const seen = [...home.requests, ...other.requests].map(({ target, headers: sent }) => [
    target,
    sent['auth-key'] !== undefined && sent.authorization !== undefined && sent.cookie !== undefined,
    JSON.stringify(sent).includes('secret')
  ])
  expect(seen).toEqual([
    ['/start', true, true],
    ['/next', true, true],
    ['/back', false, false],
    ['/away', false, false]
  ])
})

test('a redirect without a place is a status like any other', async () => {
  const server = await startFeedServer()
  server.on('/', status(301))
  await expect(fetchText({ url: server.url })).rejects.toMatchObject({ code: 'fetch_status', details: { status: 301 } })
})

test.skipIf(!hasOpenssl)('a redirect from https to http is refused, one to https is followed', async () => {
  const certificate = await makeCertificate('IP:127.0.0.1')
  const authorities = [certificate.cert]
  const [open, secure] = [await startFeedServer(), await startFeedServer(certificate)]
  secure.on('/down', redirect(`${open.url}/list`))
  secure.on('/list', whole(LIST))
  open.on('/up', redirect(`${secure.url}/list`))
  await expect(fetchText({ url: `${secure.url}/down` }, { authorities })).rejects.toMatchObject({
    code: 'fetch_refused',
    message: saying(`redirects from https to http, to "${open.url}/list". Ask its provider for a secure URL`)
  })
  expect(open.requests).toEqual([])
  expect(await fetchText({ url: `${open.url}/up` }, { authorities })).toBe(LIST)
})
