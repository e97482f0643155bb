import { formatCount } from './text-table.ts'

/** Samples never mix with real indicators, so they have a store of their own unless one is named. */
export const DEMO_STORE = 'sqlite:./sigmill-demo.db'

/** What a demonstration runs with unless it is told otherwise: its samples hold documentation values alone. */
export const DEMO_SETTINGS = { db: DEMO_STORE, 'guard.documentation': 'inform' } as const

/** What a demonstration has to show. */
export interface Demo {
  readonly key: string
  readonly indicators: number
}

/** What to do with a demonstration. */
export const demoText = (url: string, { key, indicators }: Demo): readonly string[] => [
  `The store holds ${formatCount(indicators)} sample indicators of reserved addresses and names. Ask for their rules:`,
  '',
  `  curl -fsS -H "Authorization: Bearer ${key}" "${url}/api/v1/iocs/sigma"`,
  '',
  'The key lives for 24 hours; the next start makes a new one.'
]
