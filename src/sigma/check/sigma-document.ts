import { type Condition, type ConditionFault, RULE_CONDITION, readCondition } from './condition.ts'
import type { Detection, DetectionItem } from './detection.ts'
import { readDetection } from './read-detection.ts'
import { readTags, type Tag } from './tags.ts'
import { type MapNode, type ScalarNode, valueOf, type YamlNode } from './yaml-node.ts'

/** What a document describes. */
export type DocumentKind = 'rule' | 'correlation' | 'filter'

/** A condition of a rule or filter. */
export interface WrittenCondition {
  readonly node: ScalarNode
  readonly read: Condition | ConditionFault
}

/** A Sigma document as the checks see it: its map, and its detection already read. */
export interface SigmaDocument {
  readonly kind: DocumentKind
  readonly root: MapNode
  /** `detection` or `filter`, where the searches stand. */
  readonly body: 'detection' | 'filter'
  readonly detection: Detection
  /** Every item of the detection. */
  readonly items: readonly DetectionItem[]
  readonly tags: readonly Tag[]
  /** The conditions that are text. */
  readonly conditions: readonly WrittenCondition[]
}

const NO_DETECTION: Detection = { searches: [], faults: [] }
const RESERVED = { detection: new Set(['condition']), filter: new Set(['condition', 'rules']) } as const

/** What a map describes: a correlation or filter where it has a key of that name, else a rule. */
export const kindOf = (root: MapNode): DocumentKind => {
  if (valueOf(root, 'correlation') !== undefined) return 'correlation'
  return valueOf(root, 'filter') === undefined ? 'rule' : 'filter'
}

/** Reads a document's detection. */
export const readSigmaDocument = (root: MapNode): SigmaDocument => {
  const kind = kindOf(root)
  const body = kind === 'filter' ? 'filter' : 'detection'
  const common = { kind, root, body, tags: readTags(valueOf(root, 'tags')) } as const
  const map = kind === 'correlation' ? undefined : valueOf(root, body)
  if (map?.kind !== 'map') return { ...common, detection: NO_DETECTION, items: [], conditions: [] }
  const detection = readDetection(map, body, RESERVED[body])
  return {
    ...common,
    detection,
    items: detection.searches.flatMap(({ items }) => items),
    conditions: conditionsOf(valueOf(map, 'condition'))
  }
}

const conditionsOf = (node: YamlNode | undefined): readonly WrittenCondition[] => {
  const nodes = node?.kind === 'list' ? node.items : [node]
  return nodes.flatMap((each) =>
    each?.kind === 'scalar' && each.type === 'string'
      ? [{ node: each, read: readCondition(each.text, RULE_CONDITION) }]
      : []
  )
}
