import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate } from './feed-server.ts'
import { scratchFolder } from './scratch.ts'

/** Whether certificates can be made here. */
export const hasOpenssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
})()

/** A certificate that signs itself, for names as OpenSSL writes them: `DNS:feeds.example`, `IP:127.0.0.1`. */
export const makeCertificate = async (...names: readonly string[]): Promise<Certificate> => {
  const folder = await scratchFolder()
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const kind = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-subj',
    '/CN=test',
    '-days',
    '2'
  ]
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, '-addext', `subjectAltName=${names.join(',')}`, '-keyout', key, '-out', cert],
    { stdio: 'pipe' }
  )
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') }
}
