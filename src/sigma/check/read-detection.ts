import { nearest } from '../../indicator/nearest.ts'
import type { Detection, DetectionFault, DetectionItem, PlacedValue, Search } from './detection.ts'
import { type ApplyModifiers, createApplyModifiers, readValue } from './detection-value.ts'
import { isModifierFault } from './modifier.ts'
import { MODIFIERS } from './modifiers.ts'
import { quoted, shortened } from './quoted.ts'
import { type MapEntry, type MapNode, nounOf, type ScalarNode, type YamlNode } from './yaml-node.ts'

/** What is read of a search, and what a whole detection shares. */
interface Reading {
  readonly items: DetectionItem[]
  readonly faults: DetectionFault[]
  readonly applyModifiers: ApplyModifiers
}

/** Reads the searches of a map, which is all of it but `reserved`. */
export const readDetection = (map: MapNode, path: string, reserved: ReadonlySet<string>): Detection => {
  const searches: Search[] = []
  const faults: DetectionFault[] = []
  const applyModifiers = createApplyModifiers()
  for (const { key, value } of map.entries) {
    if (reserved.has(key.text)) continue
    const items: DetectionItem[] = []
    const searchPath = `${path}.${shortened(key.text)}`
    readDefinition(value, searchPath, { items, faults, applyModifiers })
    if (key.type !== 'string')
      faults.push({ check: 'detection', at: key.at, field: searchPath, reason: `its name is ${nounOf(key)}; quote it` })
    searches.push({ name: key.text, path: searchPath, key, items })
  }
  return { searches, faults }
}

/** A map of fields, one keyword, or a list of keywords or of further definitions. */
const readDefinition = (node: YamlNode, path: string, reading: Reading): void => {
  const { faults } = reading
  if (node.kind === 'map') {
    if (node.entries.length === 0)
      faults.push({ check: 'detection', at: node.at, field: path, reason: 'it is empty; name a field or a keyword' })
    for (const entry of node.entries) readField(entry, path, reading)
  } else if (node.kind === 'scalar') {
    if (node.type === 'timestamp')
      faults.push({ check: 'detection', at: node.at, field: path, reason: 'it is read as a date; quote it' })
    else readItem({ path, at: node.at, field: undefined, names: [], nodes: [node] }, reading)
  } else if (node.items.every(isKeyword)) {
    readItem({ path, at: node.at, field: undefined, names: [], nodes: node.items }, reading)
  } else {
    node.items.forEach((item, index) => readDefinition(item, `${path}[${index}]`, reading))
  }
}

const isKeyword = (node: YamlNode): node is ScalarNode => node.kind === 'scalar' && node.type !== 'timestamp'

const readField = ({ key, value }: MapEntry, path: string, reading: Reading): void => {
  if (key.type !== 'string' && key.type !== 'null') {
    reading.faults.push({
      check: 'detection',
      at: key.at,
      field: `${path}.${shortened(key.text)}`,
      reason: `the name of a field is ${nounOf(key)}; quote it`
    })
    return
  }
  const [field = '', ...names] = key.type === 'null' ? [] : key.text.split('|')
  const nodes = value.kind === 'list' ? value.items : [value]
  readItem(
    {
      path: `${path}.${shortened(field || '|' + names.join('|'))}`,
      at: key.at,
      field: field === '' ? undefined : field,
      names,
      nodes
    },
    reading
  )
}

interface WrittenItem {
  readonly path: string
  readonly at: number
  readonly field: string | undefined
  readonly names: readonly string[]
  readonly nodes: readonly YamlNode[]
}

const readItem = ({ path, at, field, names, nodes }: WrittenItem, { items, faults, applyModifiers }: Reading): void => {
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
  const isExpression = names.includes('re')
  const written: PlacedValue[] = []
  const modified: PlacedValue[] = []
  for (const node of nodes) {
    const read = readValue(node, isExpression)
    if (typeof read === 'string') {
      faults.push({ check: 'detection-value', at: node.at, field: path, reason: read })
      continue
    }
    written.push(read)
    const value = unknown.length > 0 ? read.value : applyModifiers(read.value, modifiers, field)
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
