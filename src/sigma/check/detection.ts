import type { Complaint } from './finding.ts'
import type { ModifierFault } from './modifier.ts'
import type { SigmaValue } from './sigma-value.ts'
import type { ScalarNode } from './yaml-node.ts'

/** A value of a field, with its place. */
export interface PlacedValue {
  readonly node: ScalarNode
  readonly value: SigmaValue
}

/** A field, or no field for keywords, with its modifiers and values. */
export interface DetectionItem {
  /** `detection.selection.Hashes`. */
  readonly path: string
  readonly at: number
  readonly field: string | undefined
  /** Whether a list without values stands there. */
  readonly isEmpty: boolean
  /** As they stand there, each by its first name: `i` for `ignorecase`. */
  readonly modifiers: readonly string[]
  /** The values before any modifier. */
  readonly written: readonly PlacedValue[]
  /** The values behind all modifiers; none where a modifier cannot be used. */
  readonly modified: readonly PlacedValue[]
}

/** A named part of a detection. */
export interface Search {
  readonly name: string
  readonly path: string
  readonly key: ScalarNode
  readonly items: readonly DetectionItem[]
}

/** Something that makes a detection unreadable, under the check that reports it. */
export interface DetectionFault extends Complaint {
  readonly check: 'detection' | 'empty-keywords' | 'unknown-modifier' | 'detection-value' | ModifierFault['check']
}

/** The searches of a detection or filter. */
export interface Detection {
  readonly searches: readonly Search[]
  readonly faults: readonly DetectionFault[]
}
