import type { Context } from '../../../src/indicator/context.ts'
import type { Kind } from '../../../src/indicator/kind.ts'

/** The recipes as a reader of the rules meets them. */
export const RECIPES = [
  'ipv4',
  'ipv6',
  'attacking-ip',
  'domain',
  'url',
  'md5',
  'sha1',
  'sha256',
  'email',
  'cve',
  'mitre-attack'
] as const

/** One of {@link RECIPES}. */
export type Recipe = (typeof RECIPES)[number]

/** The recipe that the rule of an indicator is made by. */
export const recipeOfIndicator = ({
  kind,
  context
}: {
  readonly kind: Kind
  readonly context?: Pick<Partial<Context>, 'role'>
}): Recipe => (context?.role === 'source' && (kind === 'ipv4' || kind === 'ipv6') ? 'attacking-ip' : kind)

const MARKS: readonly (readonly [mark: RegExp, recipe: Recipe])[] = [
  [/^ {2}category: firewall$/m, 'attacking-ip'],
  [/^ {4}DestinationIp:(?:\n {6}-)? '[0-9.]+'$/m, 'ipv4'],
  [/^ {4}DestinationIp:/m, 'ipv6'],
  [/^ {2}category: dns_query$/m, 'domain'],
  [/^ {2}category: proxy$/m, 'url'],
  [/'MD5=/, 'md5'],
  [/'SHA1=/, 'sha1'],
  [/'SHA256=/, 'sha256'],
  [/^ {2}service: exchange$/m, 'email'],
  [/^ {2}category: antivirus$/m, 'cve'],
  [/^ {2}service: sysmon$/m, 'mitre-attack']
]

/** The recipe of a rule whose indicator is not at hand, from its log source and fields. */
export const recipeOfRule = (rule: string): Recipe => {
  const found = MARKS.find(([mark]) => mark.test(rule))
  if (found === undefined) throw new Error(`No recipe writes a rule like this:\n${rule}`)
  return found[1]
}
