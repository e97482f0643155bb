import { expect, test } from 'vitest'
import { nextLink } from './next-link.ts'

test.each([
  ['</a?cursor=1>; rel="next"', '/a?cursor=1'],
  ['</a>; rel=next', '/a'],
  ['</first>; rel="first", </a,b;c>; title="x"; REL="last next"', '/a,b;c'],
  ['<https://x.example/a>;rel=next', 'https://x.example/a'],
  ['</a>; rel="prev"', undefined],
  ['</a>; title=next', undefined],
  ['</a', undefined],
  ['', undefined]
])('the next page of %j is %j', (header, target) => {
  expect(nextLink(header)).toBe(target)
})

test('a long header is read in one go', () => {
  expect(nextLink('<'.repeat(100_000))).toBeUndefined()
  expect(nextLink(`${'</a>; rel="prev", '.repeat(10_000)}</b>; rel="next"`)).toBe('/b')
})
