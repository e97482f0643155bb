import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (name: string): string => `Detects a DNS query for ${name} or a subdomain`

/** A domain and what lies under it. Raw Umbrella and Route 53 logs end names in a dot, so both spellings stand. */
export const domain: Recipe = {
  name: 'domain',
  subject: 'Malicious Domain',
  titleCase: 'as it is',
  detects,
  many: {
    subject: 'Malicious Domains',
    detects: () => 'Detects a DNS query for any of several malicious domains or a subdomain of one'
  },
  logsource: { category: 'dns_query', product: 'windows' },
  select: (name) => [
    [{ field: 'QueryName', modifiers: [], values: [name, `${name}.`] }],
    [{ field: 'QueryName', modifiers: ['endswith'], values: [`.${name}`, `.${name}.`] }]
  ],
  defaultTactics: () => ['command-and-control'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: 'Policy Domain',
    detects,
    many: {
      subject: 'Policy Domains',
      detects: () => 'Detects a DNS query for any of several domains or a subdomain of one'
    }
  },
  fields: ['Image', 'QueryName', 'QueryResults']
}
