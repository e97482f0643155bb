import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (): string => 'Detects the execution of a file with this hash'

/** The recipe of a hash, by the name that Sysmon gives its algorithm in the field `Hashes`. */
export const fileHash = (algorithm: 'MD5' | 'SHA1' | 'SHA256'): Recipe => ({
  subject: `Malicious File ${algorithm}`,
  titleCase: 'upper',
  detects,
  logsource: { category: 'process_creation', product: 'windows' },
  select: (hash) => [[{ field: 'Hashes', modifiers: ['contains'], values: [`${algorithm}=${hash.toUpperCase()}`] }]],
  defaultTactics: () => ['execution'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: { subject: `Policy File ${algorithm}`, detects },
  fields: ['Image', 'CommandLine', 'ParentImage', 'Hashes']
})
