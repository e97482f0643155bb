import type { Levels } from '../levels.ts'
import type { Recipe } from '../recipe.ts'
import { techniqueTags } from '../technique-tags.ts'

const levels: Levels = { critical: 'low', high: 'low', medium: 'low', low: 'informational' }

/** A technique, where a Sysmon configuration names it in its rules; a technique also matches its sub-techniques. */
export const mitreAttack: Recipe = {
  name: 'mitre-attack',
  subject: 'Technique',
  titleCase: 'as it is',
  detects: (id) => `Detects Sysmon events whose rule name carries ${id}`,
  many: {
    subject: 'Techniques',
    detects: () => 'Detects Sysmon events whose rule name carries any of several techniques'
  },
  caveat: 'A technique is no observable by itself.',
  logsource: {
    product: 'windows',
    service: 'sysmon',
    definition: 'Requirements: a Sysmon configuration whose RuleName carries technique ids'
  },
  select: (id) => [[{ field: 'RuleName', modifiers: ['contains'], values: [id] }]],
  tagsOf: (id) => techniqueTags([id]),
  defaultTactics: () => [],
  levels,
  falsePositives: ['Unknown'],
  fields: ['RuleName', 'Image', 'CommandLine', 'User']
}
