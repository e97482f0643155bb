/** What a scalar is by YAML 1.1. */
export type ScalarType = 'string' | 'integer' | 'float' | 'boolean' | 'null' | 'timestamp'

/** A value that is no collection. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly type: ScalarType
  /** The text without quotes and escapes; of a number, as it was written. */
  readonly text: string
  /** Of an integer or float its value, of a boolean 1 or 0. */
  readonly number: number | undefined
  /** Where it begins: an offset into the document's text. */
  readonly at: number
}

/** A sequence. */
export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly at: number
}

/** A key and its value. */
export interface MapEntry {
  readonly key: ScalarNode
  readonly value: YamlNode
}

/** A mapping; no key stands in it twice. */
export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
  readonly at: number
}

/** Any value of a YAML document, with its place. */
export type YamlNode = ScalarNode | ListNode | MapNode

/** The value under a key that is a string. */
export const valueOf = (map: MapNode, name: string): YamlNode | undefined =>
  map.entries.find(({ key }) => key.text === name && key.type === 'string')?.value

/** Whether a node is a scalar of the type; of `undefined` it is none. */
export const isScalar = (node: YamlNode | undefined, type: ScalarType): node is ScalarNode =>
  node?.kind === 'scalar' && node.type === type

/** Whether there is nothing: no node, or null. */
export const isNothing = (node: YamlNode | undefined): boolean => node === undefined || isScalar(node, 'null')

/** What a node is, for a sentence: `a list`, `a number`. */
export const nounOf = (node: YamlNode): string => {
  switch (node.kind) {
    case 'list':
      return 'a list'
    case 'map':
      return 'a map'
    case 'scalar':
      return NOUNS[node.type]
  }
}

const NOUNS: Readonly<Record<ScalarType, string>> = {
  string: 'text',
  integer: 'a number',
  float: 'a number',
  boolean: 'a boolean',
  null: 'empty',
  timestamp: 'a date'
}

/** What two keys of a map share when they are the same key. */
export const identityOf = ({ type, text, number }: ScalarNode): string =>
  number === undefined ? `${type} ${type === 'null' ? '' : text}` : `number ${number}`
