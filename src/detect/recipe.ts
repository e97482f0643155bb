import type { Context } from '../indicator/context.ts'
import type { NoRuleReason } from '../indicator/indicator.ts'
import type { LogSource, Selection } from '../sigma/rule.ts'
import type { Levels } from './levels.ts'

/** How the indicators of a kind become rules. One file per recipe in `recipes/`, one line in `recipes.ts`. */
export interface Recipe {
  /** What the title says before the value: `Malicious IP`. */
  readonly subject: string
  /** How the title shows the value. */
  readonly titleCase: 'as it is' | 'upper'
  /** How the description begins: `Detects a DNS query for evil.example.com or a subdomain`. No end of the sentence. */
  readonly detects: (value: string) => string
  /** A whole sentence about what a match does not prove. */
  readonly caveat?: string
  readonly logsource: LogSource
  readonly select: (value: string) => Selection
  /** Tags that the value itself gives, with their namespace. */
  readonly tagsOf?: (value: string) => readonly string[]
  /** Tactics, hyphenated, to tag when neither value nor source names a technique. Never `defense-evasion`, which ATT&CK 19 split. */
  readonly defaultTactics: (context: Context) => readonly string[]
  readonly levels: Levels
  readonly falsePositives: readonly string[]
  /** For the deprecated `fields` list: what an analyst wants to see of a matching event. */
  readonly fields: readonly string[]
  /** How a rule begins whose indicator is a matter of policy, not malicious; a recipe without it has no such rules. */
  readonly policy?: Pick<Recipe, 'subject' | 'detects'>
  /** Why a value gives no rule; a recipe without it makes a rule of every value. */
  readonly noRuleReason?: (value: string) => NoRuleReason | undefined
}
