import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { noRuleReason } from '../../../src/detect/no-rule-reason.ts'
import { cleanText } from '../../../src/indicator/clean-text.ts'
import type { Indicator } from '../../../src/indicator/indicator.ts'
import { normalise } from '../../../src/indicator/normalise.ts'
import { isRejection } from '../../../src/indicator/rejection.ts'
import { TLPS } from '../../../src/indicator/tlp.ts'
import { goldenIndicator, type GoldenIndicator } from '../../golden/rules/golden-indicator.ts'
import { HOSTILE_TEXTS } from '../corpus/hostile-texts.ts'
import { HOSTILE_VALUES } from '../corpus/hostile-values.ts'

const GOLDEN = resolve(import.meta.dirname, '../../golden/rules')
const LONGEST_FEED_NAME = 64

const golden = (): readonly GoldenIndicator[] =>
  readdirSync(GOLDEN)
    .filter((file) => file.endsWith('.indicator.json'))
    .map((file) => JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as GoldenIndicator)

const hostileValues = (): readonly GoldenIndicator[] =>
  HOSTILE_VALUES.flatMap(([kind, raw]) => {
    const read = normalise(kind, raw)
    return isRejection(read) ? [] : [read]
  })

/** An address, every name and link of which is the text. */
const named = (text: string, index: number): GoldenIndicator => ({
  kind: 'ipv4',
  value: `198.18.${Math.floor(index / 256)}.${index % 256}`,
  feeds: [cleanText(text, LONGEST_FEED_NAME)],
  context: {
    threatTypes: [text],
    malwareFamilies: [text],
    actors: [text],
    tags: [text],
    links: [`https://example.com/${text}`, `https://${text}/`],
    techniques: ['T1059.001', 'T1562.001', 'T1064'],
    tlp: TLPS[index % TLPS.length]
  }
})

/** The golden indicators, hostile values, and hostile names: each value once. */
export const madeIndicators = (): readonly Indicator[] => {
  const all = [...golden(), ...hostileValues(), ...HOSTILE_TEXTS.map(named)].map(goldenIndicator)
  const made = all.map((indicator) => ({ ...indicator, noRule: noRuleReason(indicator.kind, indicator.value) }))
  return [...new Map(made.map((indicator) => [indicator.id, indicator])).values()]
}
