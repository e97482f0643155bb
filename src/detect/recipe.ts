import type { Context } from '../indicator/context.ts'
import type { NoRuleReason } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import type { LogSource, Selection } from '../sigma/rule.ts'
import type { Levels } from './levels.ts'

/** How a rule for a group of values begins. */
export interface ManyText {
  /** What the title says: `Malicious IPs`. */
  readonly subject: string
  /** How the description begins: `Detects a message from any of several malicious senders`. No end of the sentence. */
  readonly detects: (kind: Kind) => string
}

/** How the indicators of a kind become rules. One file per recipe in `recipes/`, one line in `recipes.ts`. */
export interface Recipe {
  /** Tells it from every other recipe, for ever: ids of grouped rules rest on it. Lower-case letters, digits and hyphens. */
  readonly name: string
  /** What the title says before the value: `Malicious IP`. */
  readonly subject: string
  /** How the title shows the value. */
  readonly titleCase: 'as it is' | 'upper'
  /** How the description begins: `Detects a DNS query for evil.example.com or a subdomain`. No end of the sentence. */
  readonly detects: (value: string) => string
  /** How a rule begins that looks for several values. */
  readonly many: ManyText
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
  readonly policy?: Pick<Recipe, 'subject' | 'detects' | 'many'>
  /** Why a value gives no rule; a recipe without it makes a rule of every value. */
  readonly noRuleReason?: (value: string) => NoRuleReason | undefined
}
