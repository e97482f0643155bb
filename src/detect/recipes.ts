import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import { type PolicyThreat, policyThreatsOf } from '../indicator/policy-threat.ts'
import { remember } from '../indicator/remember.ts'
import { policyRecipe } from './policy-recipe.ts'
import type { Recipe } from './recipe.ts'
import { attackingIp } from './recipes/attacking-ip.ts'
import { cve } from './recipes/cve.ts'
import { destinationIp } from './recipes/destination-ip.ts'
import { domain } from './recipes/domain.ts'
import { email } from './recipes/email.ts'
import { fileHash } from './recipes/file-hash.ts'
import { mitreAttack } from './recipes/mitre-attack.ts'
import { scanningIp } from './recipes/scanning-ip.ts'
import { url } from './recipes/url.ts'

/** The recipe of every kind. */
export const RECIPES = {
  ipv4: destinationIp,
  ipv6: destinationIp,
  domain,
  url,
  md5: fileHash('MD5'),
  sha1: fileHash('SHA1'),
  sha256: fileHash('SHA256'),
  cve,
  'mitre-attack': mitreAttack,
  email
} satisfies Readonly<Record<Kind, Recipe>>

/** The recipe of an indicator, which also says whether it is malicious or a matter of policy. */
export const recipeFor = ({ kind, context }: Indicator): Recipe => {
  const threats = rememberedThreats(context)
  const isAddress = kind === 'ipv4' || kind === 'ipv6'
  if (isAddress && context.role !== 'destination' && isScanner(threats)) return scanningIp
  const recipe = isAddress && context.role === 'source' ? attackingIp : RECIPES[kind]
  return threats.length === 0 ? recipe : policyRecipe(recipe, threats)
}

const rememberedThreats = remember(policyThreatsOf)

const isScanner = (threats: readonly PolicyThreat[]): boolean => threats.length === 1 && threats[0] === 'scanner'
