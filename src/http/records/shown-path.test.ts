import { expect, test } from 'vitest'
import { shownPath } from './shown-path.ts'

test.each([
  ['/api/v1/iocs?type=ipv4', '/api/v1/iocs'],
  ['/a%20b', '/a%20b'],
  ['/%zz', '/%zz'],
  ['/x/sk_live_abc', '/x/sk_live_abc'],
  ['/x/sk%5Flive_abc%2F', '/x/sk_live_abc/'],
  ['/%73k_live_abc?x', '/sk_live_abc']
])('%s is shown as %s', (target, shown) => {
  expect(shownPath(target, 'sk_live_')).toBe(shown)
})
