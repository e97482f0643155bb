import { expect, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import { ruleText } from '../../detect/rule-text.ts'
import { parseFilters } from '../filters.ts'
import { indicatorsInOrder } from '../indicators-in-order.ts'
import { ruleStyle } from '../rule-style.ts'
import { readSyncedRule } from './synced-rule.ts'

const ONE_OF_EACH = [
  '192.0.2.1',
  '2001:db8::1',
  'evil.example.com',
  'http://files.example.org/a?b=c',
  'd41d8cd98f00b204e9800998ecf8427f',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'ab'.repeat(32),
  'bad@example.net',
  'CVE-2021-44228',
  'T1059.001'
].join('\n')

test('a rule of every kind is read back with its id, its type and its bytes', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('list', ONE_OF_EACH)])
  const style = ruleStyle(await defaultSettings())
  const view = await store.view()
  const kinds: string[] = []
  try {
    for await (const page of indicatorsInOrder(view, parseFilters({}), Number.POSITIVE_INFINITY)) {
      for (const indicator of page) {
        const text = ruleText(indicator, style)
        const { id, kind: type } = indicator
        expect(readSyncedRule(text)).toMatchObject({ id, type, text })
        expect(readSyncedRule(`---\n${text}`)).toMatchObject({ text })
        kinds.push(type)
      }
    }
  } finally {
    await view.close()
  }
  expect(kinds.length).toBeGreaterThanOrEqual(9)
})

const ID = 'f1e2d3c4-b5a6-7890-abcd-ef0987654321'

test.each([
  ['no log source', ''],
  ['a log source that is no map', 'logsource: windows'],
  ['a log source without names', 'logsource: {definition: x}'],
  ['an unknown category', 'logsource: {category: webserver}'],
  ['a category that is a list', 'logsource: {category: [proxy]}'],
  ['a hash of an unknown kind', 'logsource: {category: process_creation}\ndetection: {a: {Hashes: IMPHASH=00}}']
])('a rule with %s is of another type', (_what, text) => {
  expect(readSyncedRule(`id: ${ID}\n${text}`)).toMatchObject({ type: 'other', title: '' })
})

test('a document without its last line feed gets one, and one that holds nothing is none', () => {
  expect(readSyncedRule(`id: ${ID}`)).toMatchObject({ text: `id: ${ID}\n` })
  expect(readSyncedRule('---\n# nothing\n')).toBeUndefined()
})
