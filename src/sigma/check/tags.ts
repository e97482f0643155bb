import { isScalar, type ScalarNode, type YamlNode } from './yaml-node.ts'

/** A tag of a rule. */
export interface Tag {
  readonly node: ScalarNode
  readonly namespace: string
  readonly name: string
}

/** Those items of a list that have a namespace. */
export const readTags = (list: YamlNode | undefined): readonly Tag[] =>
  list?.kind === 'list' ? list.items.flatMap(readTag) : []

const readTag = (node: YamlNode): readonly Tag[] => {
  if (!isScalar(node, 'string') || !node.text.includes('.')) return []
  const dot = node.text.indexOf('.')
  return [{ node, namespace: node.text.slice(0, dot), name: node.text.slice(dot + 1) }]
}
