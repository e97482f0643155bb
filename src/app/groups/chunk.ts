import { chunkId } from '../../detect/group/chunk-id.ts'
import { chunkSize } from '../../detect/group/chunk-size.ts'
import type { RuleGroup } from '../../detect/group/rule-group.ts'
import { compareCodePoints } from '../../indicator/code-points.ts'
import { CONFIDENCES, type Confidence } from '../../indicator/confidence.ts'
import { ID_DIGITS } from '../../indicator/id-digits.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import type { GroupSelection } from './group-selection.ts'

/** One grouped rule: the selected members of a group whose ids begin with a prefix. */
export interface Chunk {
  readonly group: RuleGroup
  /** The most members that it may have. */
  readonly size: number
  /** Hexadecimal digits without hyphens; empty is the whole group. */
  readonly prefix: string
  /** Also the id of its rule. */
  readonly id: string
}

/** Where a chunk stands among all others, whichever of them there are. */
export interface ChunkPlace {
  readonly kind: Kind
  readonly confidence: Confidence
  readonly prefix: string
  readonly id: string
}

/** The chunk of a group under a prefix. */
export const chunkOf = (group: RuleGroup, prefix: string, { size, filter }: GroupSelection): Chunk => {
  const most = chunkSize(size, group.kind)
  return { group, size: most, prefix, id: chunkId({ size: most, filter, group: group.key, prefix }) }
}

/** The place of a chunk. */
export const placeOf = ({ group: { kind, confidence }, prefix, id }: Chunk): ChunkPlace => ({
  kind,
  confidence,
  prefix,
  id
})

/** The last id digits that a prefix covers. */
export const endOf = (prefix: string): string => prefix.padEnd(ID_DIGITS, 'f')

/**
 * Kind by kind and confidence by confidence, then by where a chunk ends among the ids: the order in which a walk by id
 * completes them.
 */
export const comparePlaces = (a: ChunkPlace, b: ChunkPlace): number =>
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
  compareCodePoints(endOf(a.prefix), endOf(b.prefix)) ||
  compareCodePoints(a.id, b.id)
