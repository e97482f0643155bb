import { Gauge, type Registry } from 'prom-client'
import type { KeptAnswers } from '../kept/kept-answers.ts'

/** Adds how much of exports is in memory, to be given again or because somebody still reads it. */
export const addKeptMetrics = (registry: Registry, { bytes }: Pick<KeptAnswers, 'bytes'>): void => {
  const help = 'Bytes of exports in memory: kept, or read by somebody still.'
  new Gauge({ name: 'sigmill_kept_bytes', help, registers: [registry] }).set(bytes)
}
