import { type MixedValue, mixedValue } from './mixed-value.ts'
import { type Random, randomFrom } from './random.ts'
import { oneOf } from './texts.ts'

const HEAD = 'indicator,confidence,first_seen,malware_family,threat_type,technique,industry,reference'

const CONFIDENCES = ['high', 'medium', 'medium', 'low'] as const
const TECHNIQUES = ['T1071.001', 'T1566.002', 'T1204.002', 'T1105', 'T1573', 'T1190', 'T1486', 'T1110.003'] as const
/** Half of the rows name no industry, as most feeds do not. */
const INDUSTRIES = ['', '', '', '', '', 'energy', 'healthcare', 'communications', 'chemical', 'dams'] as const
const THREATS = ['botnet_cc', 'payload_delivery', 'phishing', 'malware_download'] as const
const FAMILIES = 200

const pad = (number: number): string => String(number).padStart(2, '0')

/** Providers of URLs give each a page of its own; those of other kinds name the report. */
const reference = ({ kind }: MixedValue, index: number, family: number): string =>
  kind === 'url' ? `https://feed.example/url/${index}/` : `https://feed.example/report/${family}`

const row = (random: Random, index: number): string => {
  const mixed = mixedValue(random)
  const family = random(FAMILIES)
  return [
    `"${mixed.value}"`,
    oneOf(random, CONFIDENCES),
    `2026-${pad(1 + random(9))}-${pad(1 + random(28))}`,
    `family-${family}`,
    oneOf(random, THREATS),
    TECHNIQUES[family % TECHNIQUES.length] ?? '',
    INDUSTRIES[family % INDUSTRIES.length] ?? '',
    reference(mixed, index, family)
  ].join(',')
}

/** The lines of a table that says much of each value; the same seed gives the same lines. */
export function* mixedTable(rows: number, seed: number): Generator<string> {
  const random = randomFrom(seed)
  yield HEAD
  for (let index = 0; index < rows; index++) yield row(random, index)
}
