import type { Levels } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

// What products write behind an id, so that CVE-2021-4422 does not match CVE-2021-44228.
const SEPARATORS = ['.', '!', ' ', '/', ':', ')', '_', ',', ';', '-', '@', ']']

const levels: Levels = { critical: 'medium', high: 'medium', medium: 'medium', low: 'low' }

/** A vulnerability, as security products name it in the signature that fired. */
export const cve: Recipe = {
  name: 'cve',
  subject: 'Exploit Detection for',
  titleCase: 'as it is',
  detects: (id) => `Detects a security product signature that names ${id}`,
  many: {
    subject: 'Exploit Detection for CVEs',
    detects: () => 'Detects a security product signature that names any of several vulnerabilities'
  },
  caveat: 'A CVE is no observable by itself.',
  logsource: { category: 'antivirus' },
  select: (id) => {
    const spellings = [id, id.replaceAll('-', '_')]
    const bounded = spellings.flatMap((spelling) => SEPARATORS.map((separator) => spelling + separator))
    return [
      [{ field: 'Signature', modifiers: ['endswith'], values: spellings }],
      [{ field: 'Signature', modifiers: ['contains'], values: bounded }]
    ]
  },
  tagsOf: (id) => [id.replace('CVE-', 'cve.')],
  defaultTactics: () => [],
  levels,
  falsePositives: ['Unknown'],
  fields: ['Signature', 'Filename', 'Action']
}
