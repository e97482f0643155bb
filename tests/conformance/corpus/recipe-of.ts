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

const MARKS: readonly (readonly [mark: RegExp, recipe: Recipe])[] = [
  [/^ {2}category: firewall$/m, 'attacking-ip'],
  [/^ {4}DestinationIp: '[0-9.]+'$/m, 'ipv4'],
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

/** The recipe that a rule was made by, from its log source and fields. */
export const recipeOf = (rule: string): Recipe => {
  const found = MARKS.find(([mark]) => mark.test(rule))
  if (found === undefined) throw new Error(`No recipe writes a rule like this:\n${rule}`)
  return found[1]
}
