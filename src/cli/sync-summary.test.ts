import { expect, test } from 'vitest'
import type { SyncReport } from '../app/sync/sync-report.ts'
import { markdownText, syncSummary } from './sync-summary.ts'

const report: SyncReport = {
  server: 'https://sigmill.example/api/v1/iocs/sigma',
  filters: 'type=ipv4',
  group: undefined,
  by: 'changes feed',
  isInStep: true,
  rules: 1_204,
  totals: { added: 2, changed: 0, removed: 1 },
  counts: [
    { outcome: 'added', type: 'ipv4', reason: 'new', count: 2 },
    { outcome: 'removed', type: 'ipv4', reason: 'left_filter', count: 1 }
  ],
  changes: [
    { outcome: 'added', id: 'a', title: 'Malicious IP 192.0.2.1', type: 'ipv4', reason: 'new' },
    { outcome: 'removed', id: 'b', title: '', type: 'ipv4', reason: 'left_filter' }
  ],
  notes: []
}

test('a summary counts by type and reason, names rules and says how many more there are', () => {
  expect(syncSummary(report)).toBe(
    [
      '## Sigma rules: 2 added, 0 changed, 1 removed',
      '',
      'From https\\:&#47;&#47;sigmill\\.example&#47;api&#47;v1&#47;iocs&#47;sigma (type=ipv4), 1,204 rules in all.',
      '',
      '| | type | reason | rules |',
      '|---|---|---|--:|',
      '| added | ipv4 | new | 2 |',
      '| removed | ipv4 | left\\_filter | 1 |',
      '',
      '### Added: 2',
      '',
      '- Malicious IP 192\\.0\\.2\\.1 (new)',
      '- … and 1 more',
      '',
      '### Removed: 1',
      '',
      '- b (left\\_filter)',
      ''
    ].join('\n')
  )
})

test('a summary says how rules are grouped', () => {
  expect(syncSummary({ ...report, group: 'auto' })).toContain('(type=ipv4&amp;group=auto), 1,204 rules')
  expect(syncSummary({ ...report, filters: '', group: '500' })).toContain('(group=500), 1,204 rules')
})

test('a summary says when the folder is not in step, and why', () => {
  const text = syncSummary({ ...report, isInStep: false, notes: ['It answers 500 <b>.'] })
  expect(text).toContain('**Not everything came from the server, so nothing was removed.**')
  expect(text).toContain('- It answers 500 &lt;b&gt;\\.')
})

test('a summary without a change is short', () => {
  const quiet = { ...report, filters: '', counts: [], changes: [], totals: { added: 0, changed: 0, removed: 0 } }
  expect(syncSummary(quiet).split('\n')).toHaveLength(4)
})

test.each([
  ['[x](https://evil.example)', '\\[x\\]\\(https\\:&#47;&#47;evil\\.example\\)'],
  ['@everyone #1 GH-1', '&#64;everyone &#35;1 GH\\-1'],
  ['a | b\n# c', 'a \\| b\\u000a&#35; c'.replace('\\u', '\\\\u')],
  ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
  ['`$x$` **b** ~~c~~ :tada:', '\\`\\$x\\$\\` \\*\\*b\\*\\* \\~\\~c\\~\\~ \\:tada\\:']
])('%j is text in Markdown', (text, escaped) => {
  expect(markdownText(text)).toBe(escaped)
})
