import { feedTypeNamed } from '../../feed-type.ts'
import { nameKey } from '../../field-text.ts'

const NAMES_OF_ANY: ReadonlySet<string> = new Set([
  'c2',
  'c2server',
  'cnc',
  'indicator',
  'indicators',
  'ioc',
  'iocs',
  'observable',
  'observables',
  'value'
])

/** Whether a text is what values are called, above a list or before one of them: `IP Address`, `SHA256`, `IOC`. */
export const isValueName = (text: string): boolean =>
  NAMES_OF_ANY.has(nameKey(text)) || feedTypeNamed(text) !== undefined
