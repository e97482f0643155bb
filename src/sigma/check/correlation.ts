import type { SigmaDocument } from './sigma-document.ts'
import { isNothing, isScalar, type MapNode, valueOf, type YamlNode } from './yaml-node.ts'

/** The types of correlation that pySigma knows, and Sigma specification 2.1, Correlation type. */
export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median'
]

/** The map under `correlation`. */
export const correlationOf = ({ root }: SigmaDocument): MapNode | undefined => {
  const node = valueOf(root, 'correlation')
  return node?.kind === 'map' ? node : undefined
}

/** A field of a correlation that is there and not empty. */
export const correlationField = (map: MapNode, name: string): YamlNode | undefined => {
  const node = valueOf(map, name)
  return isNothing(node) ? undefined : node
}

/** The type of a correlation in lower case, which is how it counts. */
export const correlationType = (map: MapNode): string | undefined => {
  const type = valueOf(map, 'type')
  return isScalar(type, 'string') ? type.text.toLowerCase() : undefined
}

/** Whether a correlation is about the times of events, and needs neither rules nor a condition of its own. */
export const isTemporal = (map: MapNode): boolean => correlationType(map)?.startsWith('temporal') === true
