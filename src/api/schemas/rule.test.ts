import { expect, test } from 'vitest'
import { goldenIndicator } from '../../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../../tests/golden/rules/seed-style.ts'
import { ruleText } from '../../detect/rule-text.ts'
import { CHANGE_EXAMPLE } from './change.ts'
import { MANIFEST_EXAMPLE } from './manifest.ts'
import { RULE_EXAMPLE } from './rule.ts'
import { STIX_EXAMPLE } from './stix.ts'
import { WHY_EXAMPLE } from './why.ts'

const INDICATOR = goldenIndicator({
  kind: 'ipv4',
  value: '198.51.100.7',
  firstSeen: '2026-05-16T00:00:00Z',
  added: '2026-05-16T08:00:00Z',
  changed: '2026-05-17T10:00:00Z',
  feeds: ['partner'],
  context: {
    role: 'destination',
    threatTypes: ['botnet_cc'],
    malwareFamilies: ['Emotet'],
    ports: [443],
    industries: ['energy'],
    tlp: 'amber'
  }
})

test('the example of a rule is what the program writes', () => {
  expect(RULE_EXAMPLE).toBe(ruleText(INDICATOR, SEED_STYLE))
})

test('the examples of the same indicator have its id', () => {
  const ids = [CHANGE_EXAMPLE.rule_id, MANIFEST_EXAMPLE.rule_id, WHY_EXAMPLE.rule_id, STIX_EXAMPLE.id.split('--')[1]]
  expect(ids).toEqual(ids.map(() => INDICATOR.id))
})
