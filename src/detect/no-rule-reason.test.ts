import { expect, it } from 'vitest'
import { KINDS } from '../indicator/kind.ts'
import { noRuleReason } from './no-rule-reason.ts'

it('a URL that says no more than its host gives no rule, because it is too broad', () => {
  expect(noRuleReason('url', 'evil.example.com/*')).toBe('too_broad')
})

it('a URL with a path gives a rule', () => {
  expect(noRuleReason('url', 'evil.example.com/a')).toBeUndefined()
})

it.each(KINDS.filter((kind) => kind !== 'url'))('every value of %s gives a rule', (kind) => {
  expect(noRuleReason(kind, 'value')).toBeUndefined()
})
