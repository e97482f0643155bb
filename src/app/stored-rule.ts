import type { Settings } from '../config/settings.ts'
import { ruleText } from '../detect/rule-text.ts'
import type { StoredIndicator } from '../store/indicator-store.ts'
import { ruleStyle } from './rule-style.ts'

/** The rule of what the store holds, as text; `undefined` where it was removed, or gives none. */
export const storedRule = ({ indicator, removed }: StoredIndicator, settings: Settings): string | undefined =>
  removed === undefined && indicator.noRule === undefined ? ruleText(indicator, ruleStyle(settings)) : undefined
