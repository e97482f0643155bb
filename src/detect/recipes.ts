import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Recipe } from './recipe.ts'
import { attackingIp } from './recipes/attacking-ip.ts'
import { cve } from './recipes/cve.ts'
import { destinationIp } from './recipes/destination-ip.ts'
import { domain } from './recipes/domain.ts'
import { email } from './recipes/email.ts'
import { fileHash } from './recipes/file-hash.ts'
import { mitreAttack } from './recipes/mitre-attack.ts'
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

/** The recipe of an indicator: an address that attacks is looked for where attacks come in. */
export const recipeFor = ({ kind, context }: Indicator): Recipe =>
  context.role === 'source' && (kind === 'ipv4' || kind === 'ipv6') ? attackingIp : RECIPES[kind]
