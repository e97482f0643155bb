import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (): string => 'Detects the execution of a file with this hash'

/** The recipe of a hash, by the name that Sysmon gives its algorithm in the field `Hashes`. */
export const fileHash = (algorithm: 'MD5' | 'SHA1' | 'SHA256'): Recipe => ({
  name: `file-${algorithm.toLowerCase()}`,
  subject: `Malicious File ${algorithm}`,
  titleCase: 'upper',
  detects,
  many: {
    subject: `Malicious Files by ${algorithm}`,
    detects: () => 'Detects the execution of any of several malicious files by hash'
  },
  logsource: { category: 'process_creation', product: 'windows' },
  select: (hash) => [[{ field: 'Hashes', modifiers: ['contains'], values: [`${algorithm}=${hash.toUpperCase()}`] }]],
  defaultTactics: () => ['execution'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: `Policy File ${algorithm}`,
    detects,
    many: {
      subject: `Policy Files by ${algorithm}`,
      detects: () => 'Detects the execution of any of several files by hash'
    }
  },
  fields: ['Image', 'CommandLine', 'ParentImage', 'Hashes']
})
