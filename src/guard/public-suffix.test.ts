import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { domainToAscii } from '../indicator/domain-to-ascii.ts'
import { isPublicSuffix } from './public-suffix.ts'

const DATA = process.env['SIGMILL_TEST_DATA'] ?? '../shared/data'

/** The names of the list's own tests with what may be registered of each: https://publicsuffix.org/list/ */
const vectors = [
  ...readFileSync(join(DATA, 'feeds/guard/psl_test_vectors.txt'), 'utf8').matchAll(
    /^checkPublicSuffix\('([^']+)', (?:'([^']+)'|null)\);/gm
  )
].flatMap(([, name = '', registered]) => {
  const ascii = name.startsWith('.') ? null : domainToAscii(name)
  return ascii === null ? [] : [{ name: ascii, registered: registered && domainToAscii(registered) }]
})

it('agrees with the tests of the Public Suffix List', () => {
  expect(vectors.length).toBeGreaterThan(60)
  for (const { name, registered } of vectors.filter((vector) => vector.name.includes('.'))) {
    expect(isPublicSuffix(name), name).toBe(registered === undefined)
    if (typeof registered !== 'string') continue
    expect(isPublicSuffix(registered), registered).toBe(false)
    const above = registered.slice(registered.indexOf('.') + 1)
    if (above.includes('.')) expect(isPublicSuffix(above), above).toBe(true)
  }
})

it('counts private suffixes', () => {
  for (const suffix of ['duckdns.org', 'pages.dev', 'github.io']) expect(isPublicSuffix(suffix)).toBe(true)
})
