import type { Settings } from '../config/settings.ts'
import type { RuleStyle } from '../sigma/publisher.ts'

/** What the settings say of every rule. */
export const ruleStyle = (settings: Settings): RuleStyle => ({
  publisher: settings.publisher,
  fields: settings.rules.fields
})
