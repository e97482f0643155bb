import { CORRELATION_CONDITION, isConditionFault, namesOf, readCondition } from './condition.ts'
import { correlationField, correlationOf } from './correlation.ts'
import type { SigmaDocument } from './sigma-document.ts'
import { isScalar, type ScalarNode } from './yaml-node.ts'

/** A rule that a correlation refers to by name or id. */
export interface RuleReference {
  readonly node: ScalarNode
  readonly reference: string
}

/** The rules that a correlation lists, or, where it lists none, that its condition names. */
export const readReferences = (document: SigmaDocument): readonly RuleReference[] => {
  const map = document.kind === 'correlation' ? correlationOf(document) : undefined
  if (map === undefined) return []
  const rules = correlationField(map, 'rules')
  const listed = (rules?.kind === 'list' ? rules.items : [rules]).filter((node) => isScalar(node, 'string'))
  if (listed.length > 0) return listed.map((node) => ({ node, reference: node.text }))
  const condition = correlationField(map, 'condition')
  return isScalar(condition, 'string') ? namesIn(condition) : []
}

const namesIn = (node: ScalarNode): readonly RuleReference[] => {
  const read = readCondition(node.text, CORRELATION_CONDITION)
  return isConditionFault(read) ? [] : namesOf(read).map((reference) => ({ node, reference }))
}
