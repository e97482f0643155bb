import { expect, test } from 'vitest'
import { guardEntryText } from './guard-entry-text.ts'
import { requireEntry } from './load-guard.ts'

test.each([
  ['Partner.example.', 'partner.example'],
  ['.partner.example', 'partner.example'],
  ['duckdns.org', 'duckdns.org'],
  ['*.duckdns.org', '.duckdns.org'],
  ['.corp', '.corp'],
  ['198.51.100.9/24', '198.51.100.0/24'],
  ['https://partner.example/a', 'partner.example/a'],
  ['t1059', 'T1059']
])('%s is written as %s, and means the same', (given, written) => {
  const entry = requireEntry('value', given)
  expect(guardEntryText(entry)).toBe(written)
  expect(requireEntry('value', written)).toEqual(entry)
})
