import type { PolicyThreat } from '../indicator/policy-threat.ts'
import { remember } from '../indicator/remember.ts'
import { POLICY_LEVELS } from './levels.ts'
import type { Recipe } from './recipe.ts'

/** What is said of an indicator that is a matter of policy. */
interface PolicyText {
  readonly is: string
  readonly falsePositive: string
}

const TEXTS: Readonly<Record<PolicyThreat, PolicyText>> = {
  tor: { is: 'a Tor node', falsePositive: 'Permitted use of Tor' },
  vpn: { is: 'a VPN service', falsePositive: 'Permitted use of the VPN service' },
  proxy: { is: 'an anonymising proxy', falsePositive: 'Permitted use of the proxy' },
  doh: {
    is: 'a DNS-over-HTTPS service',
    falsePositive: 'Browsers and systems that resolve names over HTTPS by default'
  },
  scanner: { is: 'a scanner of the Internet', falsePositive: 'Scanners of researchers and security companies' },
  'file-sharing': { is: 'a file sharing service', falsePositive: 'Permitted use of the file sharing service' }
}

/**
 * The recipe for indicators that are a matter of policy: the same detection, but the rule says what it finds and calls
 * nobody malicious. One object per recipe and threats, so that what is remembered of recipes stays remembered.
 */
export const policyRecipe = (recipe: Recipe, threats: readonly PolicyThreat[]): Recipe => {
  const made = madeOf(recipe)
  const key = threats.join(' ')
  const known = made.get(key)
  if (known !== undefined) return known
  const changed = changeRecipe(recipe, threats)
  made.set(key, changed)
  return changed
}

const madeOf = remember((): Map<string, Recipe> => new Map())

const changeRecipe = (recipe: Recipe, threats: readonly PolicyThreat[]): Recipe => {
  if (recipe.policy === undefined) return recipe
  const texts = threats.map((threat) => TEXTS[threat])
  return {
    ...recipe,
    ...recipe.policy,
    name: `${recipe.name}-${threats.join('-')}`,
    caveat: `Listed as ${texts.map(({ is }) => is).join(' and ')}, which is a matter of policy and not malicious by itself.`,
    levels: POLICY_LEVELS,
    falsePositives: texts.map(({ falsePositive }) => falsePositive)
  }
}
