import { describe, expect, test } from 'vitest'
import { hasOpenssl, makeCertificate } from '../../../tests/support/certificate.ts'
import { startFeedServer, stalled, whole } from '../../../tests/support/feed-server.ts'
import { fetchText } from '../../../tests/support/fetching.ts'

const LIST = '192.0.2.1\n'

const saying = (text: string): unknown => expect.stringContaining(text)

describe.skipIf(!hasOpenssl)('over TLS', () => {
  test('a server is known by the name or address in its certificate', async () => {
    const certificate = await makeCertificate('DNS:feeds.example', 'IP:127.0.0.1')
    const server = await startFeedServer(certificate)
    server.on('/', whole(LIST))
    const parts = { authorities: [certificate.cert] }
    for (const host of ['feeds.example', 'feeds.example.', '127.0.0.1']) {
      expect(await fetchText({ url: `https://${host}:${server.port}/` }, parts)).toBe(LIST)
    }
    await server.idle()
  })

  test('a certificate for another name is refused', async () => {
    const certificate = await makeCertificate('DNS:other.example')
    const { port } = await startFeedServer(certificate)
    const parts = { authorities: [certificate.cert] }
    for (const host of ['feeds.example', '127.0.0.1']) {
      await expect(fetchText({ url: `https://${host}:${port}/` }, parts)).rejects.toMatchObject({
        code: 'fetch_failed',
        message: saying('its certificate is made out to another name. Check the URL (ERR_TLS_CERT_ALTNAME_INVALID)')
      })
    }
  })

  test('a certificate that nobody signed is refused', async () => {
    const { port } = await startFeedServer(await makeCertificate('DNS:feeds.example'))
    await expect(fetchText({ url: `https://feeds.example:${port}/` })).rejects.toMatchObject({
      code: 'fetch_failed',
      message: saying('Name the authority with NODE_EXTRA_CA_CERTS if it is yours (DEPTH_ZERO_SELF_SIGNED_CERT)')
    })
  })

  test('what speaks no TLS is said', async () => {
    const server = await startFeedServer()
    await expect(fetchText({ url: `https://127.0.0.1:${server.port}/` })).rejects.toMatchObject({
      code: 'fetch_failed',
      message: saying('Check port and scheme')
    })
    await server.idle()
  })

  test('a body that stalls ends with its time', async () => {
    const certificate = await makeCertificate('IP:127.0.0.1')
    const server = await startFeedServer(certificate)
    server.on('/', stalled('first'))
    const request = { url: server.url, limits: { idleSeconds: 0.1 } }
    await expect(fetchText(request, { authorities: [certificate.cert] })).rejects.toMatchObject({
      code: 'fetch_timeout'
    })
    await server.idle()
  })
})
