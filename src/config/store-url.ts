import { nearest } from '../indicator/nearest.ts'
import { Problem } from '../problem/problem.ts'

/** Where the store lies. */
export interface StoreUrl {
  readonly kind: 'sqlite'
  /** Path of the database file, relative to the folder where the program was started. */
  readonly path: string
}

const ALLOWED = 'Allowed is sqlite:PATH, such as sqlite:./sigmill.db.'

const refusal = (reason: string, hint?: string): Problem => {
  const question = hint === undefined ? '' : ` Did you mean ${hint}?`
  return new Problem('store_url', `${reason}.${question} ${ALLOWED}`, {
    details: { parameter: 'db', allowed: ['sqlite:PATH'], ...(hint === undefined ? {} : { nearest: hint }) }
  })
}

/**
 * Reads `sqlite:PATH`; anything else is `store_url`. The refusal repeats no more than the scheme of another URL,
 * because URLs of databases carry passwords.
 */
export const parseStoreUrl = (url: string): StoreUrl | Problem => {
  if (url === '') return refusal('The store URL is empty')
  const colon = url.indexOf(':')
  if (colon < 0) return refusal('The store URL has no scheme', `sqlite:${url}`)
  const scheme = url.slice(0, colon)
  if (scheme === 'sqlite') return parsePath(url.slice(colon + 1))
  return refusal(`There is no kind of store called ${JSON.stringify(scheme.slice(0, 40))}`, nearest(scheme, ['sqlite']))
}

const parsePath = (path: string): StoreUrl | Problem => {
  if (path === '') return refusal('The store URL names no file')
  if (path.includes('\0')) return refusal('The store URL holds a NUL')
  if (path === ':memory:') return refusal('A store in memory would be lost with the program')
  if (!path.startsWith('//')) return { kind: 'sqlite', path }
  // Other programs write sqlite:///absolute; with two slashes a host would follow, which a file does not have.
  const behind = path.slice(2)
  return behind.startsWith('/')
    ? { kind: 'sqlite', path: behind }
    : refusal('The store URL names a host', `sqlite:${behind}`)
}
