import type { NoRuleReason } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import { RECIPES } from './recipes.ts'

/** Why a normalised value can give no rule, to be stored with it when it is taken in; `undefined` when it can. */
export const noRuleReason = (kind: Kind, value: string): NoRuleReason | undefined => RECIPES[kind].noRuleReason?.(value)
