import { expect, test } from 'vitest'
import type { PlanFilters } from '../../plan/plan-commands.ts'
import { serverCommands } from './server-commands.ts'
import { storeCommands } from './store-commands.ts'

const ALL: PlanFilters = { kinds: undefined, confidences: undefined, industries: undefined }
const SOME: PlanFilters = { kinds: ['ipv4', 'cve'], confidences: ['high'], industries: undefined }

test('commands over a store name it and its settings again, as words of a shell', () => {
  const commands = storeCommands(['--db', "sqlite:/tmp/my rules'.db", '--config', 'sigmill.yml'])
  expect(commands.rules(undefined, ALL, 'indicator_rules')).toBe(
    String.raw`sigmill rules --db 'sqlite:/tmp/my rules'\''.db' --config sigmill.yml -o indicator_rules.yml`
  )
  expect(storeCommands([]).rules(50, SOME, 'other_rules')).toBe(
    'sigmill rules --group 50 --type ipv4,cve --confidence high -o other_rules.yml'
  )
  expect(storeCommands([]).bundle('splunk', SOME)).toBe(
    'sigmill bundle --target splunk --type ipv4,cve --confidence high -o splunk-bundle'
  )
})

test('who holds a key syncs rules from the server and takes the bundle from it', () => {
  const commands = serverCommands('https://ti.example.org/sigmill')
  expect(commands.rules('auto', SOME, 'indicator_rules')).toBe(
    'sigmill sync --from https://ti.example.org/sigmill --key-env KEY --out indicator_rules --group auto --type ipv4,cve --confidence high'
  )
  expect(commands.rules(undefined, ALL, 'indicator_rules')).not.toContain('--group')
  expect(commands.bundle('splunk', ALL)).toBe(
    'curl -fsS -H "Authorization: Bearer $KEY" https://ti.example.org/sigmill/api/v1/bundles/splunk -o splunk-bundle.zip'
  )
  expect(serverCommands(undefined).bundle('qradar', SOME)).toBe(
    `curl -fsS -H "Authorization: Bearer $KEY" "$URL"'/api/v1/bundles/qradar?type=ipv4,cve&confidence=high' -o qradar-bundle.zip`
  )
})
