import { expect, test } from 'vitest'
import { Problem } from '../problem/problem.ts'
import { parseStoreUrl } from './store-url.ts'

test.each([
  ['sqlite:./sigmill.db', './sigmill.db'],
  ['sqlite:sigmill.db', 'sigmill.db'],
  ['sqlite:/var/lib/sigmill/store.db', '/var/lib/sigmill/store.db'],
  ['sqlite:///var/lib/sigmill/store.db', '/var/lib/sigmill/store.db'],
  ['sqlite:C:\\data\\store.db', 'C:\\data\\store.db'],
  ['sqlite:with blank?and=mark.db', 'with blank?and=mark.db']
])('%s is the file %s', (url, path) => {
  expect(parseStoreUrl(url)).toEqual({ kind: 'sqlite', path })
})

test.each([
  ['sqlit:./x.db', 'There is no kind of store called "sqlit". Did you mean sqlite?'],
  ['SQLITE:./x.db', 'There is no kind of store called "SQLITE". Did you mean sqlite?'],
  ['postgres://u:p@192.0.2.1/db', 'There is no kind of store called "postgres".'],
  ['./sigmill.db', 'The store URL has no scheme. Did you mean sqlite:./sigmill.db?'],
  ['', 'The store URL is empty.'],
  ['sqlite:', 'The store URL names no file.'],
  ['sqlite:a\0b', 'The store URL holds a NUL.'],
  ['sqlite::memory:', 'A store in memory would be lost with the program.'],
  ['sqlite://sigmill.db', 'The store URL names a host. Did you mean sqlite:sigmill.db?']
])('%j is refused with what is allowed', (url, reason) => {
  const refusal = parseStoreUrl(url)
  expect(refusal).toBeInstanceOf(Problem)
  expect(refusal).toMatchObject({
    code: 'store_url',
    message: `${reason} Allowed is sqlite:PATH, such as sqlite:./sigmill.db.`,
    details: { parameter: 'db', allowed: ['sqlite:PATH'] }
  })
})

test('a refusal repeats no password', () => {
  expect(JSON.stringify(parseStoreUrl('postgres://user:hunter2@192.0.2.1/db'))).not.toContain('hunter2')
})
