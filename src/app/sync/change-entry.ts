import { recordOf, textField } from '../../feeds/json/members.ts'
import { parseJson } from '../../feeds/json/parse-json.ts'
import { ruleFileName } from '../rule-manifest.ts'
import { readSyncedRule, ruleId, type SyncedRule } from './synced-rule.ts'

/** What a line of the changes feed asks for: nothing, and why, where it is no such line. */
export type ChangeEntry =
  | { readonly op: 'put'; readonly rule: SyncedRule; readonly reason: string }
  | { readonly op: 'remove'; readonly name: string; readonly reason: string }
  | { readonly op: 'none'; readonly reason: string }

const REASON = /^[a-z][a-z_]{0,39}$/

const none = (reason: string): ChangeEntry => ({ op: 'none', reason })

/** Reads a line of the changes feed. */
export const readChangeEntry = (line: string): ChangeEntry => {
  const json = parseJson(line)
  if (json === undefined) return none('it is no JSON')
  const change = recordOf(json.value)
  const id = ruleId(textField(change, 'rule_id') ?? '')
  if (id === undefined) return none('its rule_id is no UUID')
  const given = textField(change, 'reason') ?? ''
  const reason = REASON.test(given) ? given : 'changed'
  const op = textField(change, 'op')
  if (op === 'put') return putEntry(id, change['rule'], reason)
  return op === 'remove' ? { op, name: ruleFileName(id), reason } : none('its op is neither put nor remove')
}

const putEntry = (id: string, document: unknown, reason: string): ChangeEntry => {
  const rule = typeof document === 'string' ? readSyncedRule(document) : undefined
  if (rule === undefined) return none('it brings no rule')
  if ('reason' in rule) return none(rule.reason)
  return rule.id === id ? { op: 'put', rule, reason } : none('its rule has another id')
}
