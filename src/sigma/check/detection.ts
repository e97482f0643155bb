import { nearest } from '../../indicator/nearest.ts'
import type { Complaint } from './finding.ts'
import { isModifierFault, type Modifier, MODIFIERS, type ModifierFault } from './modifiers.ts'
import { quoted } from './quoted.ts'
import { readSigmaString } from './sigma-string.ts'
import type { SigmaValue, SigmaValueType } from './sigma-value.ts'
import { type MapEntry, type MapNode, nounOf, type ScalarNode, type YamlNode } from './yaml-node.ts'

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

/** Reads the searches of a map, which is all of it but `reserved`. */
export const readDetection = (map: MapNode, path: string, reserved: ReadonlySet<string>): Detection => {
  const searches: Search[] = []
  const faults: DetectionFault[] = []
  for (const { key, value } of map.entries) {
    if (reserved.has(key.text)) continue
    const items: DetectionItem[] = []
    const searchPath = `${path}.${key.text}`
    readDefinition(value, searchPath, items, faults)
    if (key.type !== 'string')
      faults.push({ check: 'detection', at: key.at, field: searchPath, reason: `its name is ${nounOf(key)}; quote it` })
    searches.push({ name: key.text, path: searchPath, key, items })
  }
  return { searches, faults }
}

/** A map of fields, one keyword, or a list of keywords or of further definitions. */
const readDefinition = (node: YamlNode, path: string, items: DetectionItem[], faults: DetectionFault[]): void => {
  if (node.kind === 'map') {
    if (node.entries.length === 0)
      faults.push({ check: 'detection', at: node.at, field: path, reason: 'it is empty; name a field or a keyword' })
    for (const entry of node.entries) readField(entry, path, items, faults)
  } else if (node.kind === 'scalar') {
    if (node.type === 'timestamp')
      faults.push({ check: 'detection', at: node.at, field: path, reason: 'it is read as a date; quote it' })
    else readItem({ path, at: node.at, field: undefined, names: [], nodes: [node] }, items, faults)
  } else if (node.items.every(isKeyword)) {
    readItem({ path, at: node.at, field: undefined, names: [], nodes: node.items }, items, faults)
  } else {
    node.items.forEach((item, index) => readDefinition(item, `${path}[${index}]`, items, faults))
  }
}

const isKeyword = (node: YamlNode): node is ScalarNode => node.kind === 'scalar' && node.type !== 'timestamp'

const readField = ({ key, value }: MapEntry, path: string, items: DetectionItem[], faults: DetectionFault[]): void => {
  if (key.type !== 'string' && key.type !== 'null') {
    faults.push({
      check: 'detection',
      at: key.at,
      field: `${path}.${key.text}`,
      reason: `the name of a field is ${nounOf(key)}; quote it`
    })
    return
  }
  const [field = '', ...names] = key.type === 'null' ? [] : key.text.split('|')
  const nodes = value.kind === 'list' ? value.items : [value]
  readItem(
    {
      path: `${path}.${field || '|' + names.join('|')}`,
      at: key.at,
      field: field === '' ? undefined : field,
      names,
      nodes
    },
    items,
    faults
  )
}

interface WrittenItem {
  readonly path: string
  readonly at: number
  readonly field: string | undefined
  readonly names: readonly string[]
  readonly nodes: readonly YamlNode[]
}

const readItem = (
  { path, at, field, names, nodes }: WrittenItem,
  items: DetectionItem[],
  faults: DetectionFault[]
): void => {
  if (field === undefined && nodes.length === 0) {
    faults.push({
      check: 'empty-keywords',
      at,
      field: path,
      reason: 'its list of keywords is empty; fill it or take it out'
    })
  }
  const modifiers = names.flatMap((name) => MODIFIERS.get(name) ?? [])
  const unknown = names.filter((name) => !MODIFIERS.has(name))
  for (const name of unknown) faults.push({ check: 'unknown-modifier', at, field: path, reason: unknownReason(name) })
  const written: PlacedValue[] = []
  const modified: PlacedValue[] = []
  for (const node of nodes) {
    const read = readValue(node, names.includes('re'))
    if (typeof read === 'string') {
      faults.push({ check: 'detection-value', at: node.at, field: path, reason: read })
      continue
    }
    written.push(read)
    const value = unknown.length > 0 ? read.value : applyAll(read.value, modifiers, field)
    if (isModifierFault(value)) faults.push({ check: value.check, at: node.at, field: path, reason: value.reason })
    else modified.push({ ...read, value })
  }
  items.push({
    path,
    at,
    field,
    isEmpty: nodes.length === 0,
    modifiers: modifiers.map(({ same }) => same),
    written,
    modified
  })
}

const unknownReason = (name: string): string => {
  const near = nearest(name, [...MODIFIERS.keys()])
  return `there is no modifier ${quoted(name)}${near === undefined ? '; see the Sigma modifiers' : `; did you mean ${near}?`}`
}

/** A value as it is written, or why a detection cannot hold it. */
const readValue = (node: YamlNode, isExpression: boolean): PlacedValue | string => {
  if (node.kind !== 'scalar') return `a value is ${nounOf(node)}; only text, numbers, booleans and null can be matched`
  if (isExpression) return { node, value: { type: 'string', parts: [node.text] } }
  switch (node.type) {
    case 'string':
      return { node, value: { type: 'string', parts: readSigmaString(node.text) } }
    case 'boolean':
    case 'null':
      return { node, value: { type: node.type } }
    case 'timestamp':
      return 'the value is read as a date; quote it'
    case 'integer':
    case 'float':
      if (!Number.isFinite(node.number)) return 'the number is out of range; quote it'
      return { node, value: { type: 'number', number: Number(node.number) } }
  }
}

const applyAll = (
  value: SigmaValue,
  modifiers: readonly Modifier[],
  field: string | undefined
): SigmaValue | ModifierFault => {
  let result = value
  for (const [index, modifier] of modifiers.entries()) {
    const next = applyOne(result, modifier, index, field)
    if (isModifierFault(next)) return next
    result = next
  }
  return result
}

/** Several spellings are changed as any one of them. */
const applyOne = (
  value: SigmaValue,
  modifier: Modifier,
  before: number,
  field: string | undefined
): SigmaValue | ModifierFault => {
  if (value.type === 'variants') {
    const like = applyOne(value.like, modifier, before, field)
    return isModifierFault(like) ? like : { type: 'variants', like }
  }
  return modifier.apply(value, before, field) ?? { check: 'modifier-value', reason: misfit(modifier, value) }
}

const misfit = ({ name, takes }: Modifier, value: SigmaValue): string => {
  const meant = takes.map((type) => VALUE_NOUNS[type]).join(' or ')
  return `${name} is for ${meant}, and here is ${VALUE_NOUNS[value.type]}; change one of them`
}

const VALUE_NOUNS: Readonly<Record<SigmaValueType, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  expression: 'a regular expression',
  network: 'a network',
  comparison: 'a comparison',
  field: 'the name of a field',
  existence: 'a question of existence',
  variants: 'several spellings'
}
