import type { Check } from './check.ts'
import { correlationOf } from './correlation.ts'
import type { Complaint } from './finding.ts'
import type { MapNode } from './yaml-node.ts'

/** A check of a correlation's map. */
export const correlationCheck = (name: string, find: (map: MapNode) => Iterable<Complaint>): Check => ({
  name,
  severity: 'error',
  appliesTo: ['correlation'],
  find(document) {
    const map = correlationOf(document)
    return map === undefined ? [] : find(map)
  }
})
