import type { RuleStyle } from '../../../src/sigma/publisher.ts'

/** The publisher that rules name unless another one is configured. */
export const SEED_STYLE: RuleStyle = {
  publisher: { name: 'SOC Defenders', url: 'https://socdefenders.ai', slug: 'soc_defenders' },
  fields: false
}
