import { Counter, Gauge, type Registry } from 'prom-client'
import type { StoreSize } from '../../app/store-size.ts'

/** Adds how much the store holds, and what all imports and runs of feeds have taken in so far, in whatever program. */
export const addStoreMetrics = (
  registry: Registry,
  { byKind, bytes }: StoreSize,
  { imports = 0, ...values }: Readonly<Record<string, number>>
): void => {
  const registers = [registry]
  const indicators = new Gauge({
    name: 'sigmill_store_indicators',
    help: 'Live indicators, those that give no rule included; counted at most once a minute.',
    labelNames: ['type'],
    registers
  })
  for (const [type, count] of byKind) indicators.set({ type }, count)
  new Gauge({ name: 'sigmill_store_bytes', help: 'Bytes of the store on the disk.', registers }).set(bytes)
  new Counter({ name: 'sigmill_imports_total', help: 'Imports and runs of feeds.', registers }).inc(imports)
  const imported = new Counter({
    name: 'sigmill_import_values_total',
    help: 'Values of imports and runs of feeds, by what became of them.',
    labelNames: ['result'],
    registers
  })
  for (const [result, count] of Object.entries(values)) imported.inc({ result }, count)
}
