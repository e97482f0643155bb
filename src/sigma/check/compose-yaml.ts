import { EVENT_ID, type Event, type MappingEvent, SCALAR_STYLE, type ScalarEvent, type SequenceEvent } from 'js-yaml'
import { expectTag, readScalar } from './read-scalar.ts'
import { YamlFault } from './yaml-fault.ts'
import {
  identityOf,
  type ListNode,
  type MapEntry,
  type MapNode,
  nounOf,
  type ScalarNode,
  type YamlNode
} from './yaml-node.ts'

/** A key that stands in a map a second time. */
export interface RepeatedKey {
  readonly key: ScalarNode
  readonly first: ScalarNode
}

/** A YAML document, read. */
export interface YamlDocument {
  /** `undefined` where the document holds nothing, or null. */
  readonly root: YamlNode | undefined
  /** Of two equal keys the second counts, as Sigma's tools read it. */
  readonly repeated: readonly RepeatedKey[]
}

/** Nodes of a document when every alias is written out. No rule has so many; a chain of aliases has millions. */
const MOST_NODES = 100_000

/** Characters of scalars that aliases write out. One long text with many aliases is as much work as many texts. */
const MOST_ALIASED_CHARACTERS = 1_000_000

type NodeEvent = ScalarEvent | SequenceEvent | MappingEvent

/** Builds the nodes of the one document in `events`. Throws a {@link YamlFault}. */
export const composeYaml = (text: string, events: readonly Event[]): YamlDocument => {
  const anchors = new Map<string, { readonly node: YamlNode; readonly size: number; readonly length: number }>()
  const repeated: RepeatedKey[] = []
  // Behind the event that opens the document.
  let next = 1
  let size = 0
  /** Of all scalars, those behind aliases included. */
  let length = 0
  let aliasedLength = 0
  /** Where an empty value is said to stand. */
  let at = 0

  const grow = (by: number): void => {
    size += by
    if (size > MOST_NODES) {
      throw new YamlFault(at, `with its aliases it holds more than ${MOST_NODES} values; write fewer`)
    }
  }

  const readAlias = (name: string): YamlNode => {
    const found = anchors.get(name)
    if (found === undefined) throw new YamlFault(at, 'an alias needs a finished anchor of its name before it')
    grow(found.size)
    length += found.length
    aliasedLength += found.length
    if (aliasedLength > MOST_ALIASED_CHARACTERS) {
      throw new YamlFault(at, `its aliases stand for more than ${MOST_ALIASED_CHARACTERS} characters; write fewer`)
    }
    return found.node
  }

  /** The next node; `undefined` at the end of a collection. */
  const read = (): YamlNode | undefined => {
    const event = events[next++]
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return undefined
    if (event.anchorStart >= 0) at = event.anchorStart - 1
    const anchor = text.slice(event.anchorStart, event.anchorEnd)
    if (event.type === EVENT_ID.ALIAS) return readAlias(anchor)
    const before = { size, length }
    grow(1)
    const node = readNode(event)
    if (node.kind === 'scalar') length += node.text.length
    if (event.anchorStart >= 0) anchors.set(anchor, { node, size: size - before.size, length: length - before.length })
    return node
  }

  const readNode = (event: NodeEvent): YamlNode => {
    const start = event.type === EVENT_ID.SCALAR ? startOf(event) : event.start
    if (start >= 0) at = start
    if (event.type === EVENT_ID.SCALAR) return readScalar(text, event, at)
    return event.type === EVENT_ID.SEQUENCE ? readList(event) : readMap(event)
  }

  const readList = (event: SequenceEvent): ListNode => {
    expectTag(text, event, 'seq', at)
    const list = { kind: 'list', items: [] as YamlNode[], at } as const
    for (let item = read(); item !== undefined; item = read()) list.items.push(item)
    return list
  }

  const readMap = (event: MappingEvent): MapNode => {
    expectTag(text, event, 'map', at)
    const start = at
    const own = new Map<string, MapEntry>()
    const merged = new Map<string, MapEntry>()
    for (;;) {
      const isMerge = isMergeKey(text, events[next])
      const key = isMerge ? MERGE_KEY : read()
      if (isMerge) next += 1
      const value = key === undefined ? undefined : read()
      if (key === undefined || value === undefined) break
      if (key.kind !== 'scalar') throw new YamlFault(key.at, `${nounOf(key)} cannot be a key; quote it if it is text`)
      if (isMerge) mergeInto(merged, value)
      else addOwn(own, { key, value })
    }
    return { kind: 'map', entries: [...new Map([...merged, ...own]).values()], at: start }
  }

  const addOwn = (own: Map<string, MapEntry>, entry: MapEntry): void => {
    const identity = identityOf(entry.key)
    const first = own.get(identity)
    if (first !== undefined) repeated.push({ key: entry.key, first: first.key })
    own.set(identity, entry)
  }

  const root = read()
  return { root: root?.kind === 'scalar' && root.type === 'null' ? undefined : root, repeated }
}

/** Where a scalar begins, its opening quote included; -1 where it is empty. */
const startOf = ({ style, valueStart }: ScalarEvent): number => {
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
  return isQuoted ? valueStart - 1 : valueStart
}

const MERGE_KEY: ScalarNode = { kind: 'scalar', type: 'string', text: '<<', number: undefined, at: 0 }

/** Whether an event is the plain key that merges a map into the one it stands in, YAML 1.1. */
const isMergeKey = (text: string, event: Event | undefined): boolean =>
  event?.type === EVENT_ID.SCALAR &&
  event.style === SCALAR_STYLE.PLAIN &&
  event.tagStart < 0 &&
  text.slice(event.valueStart, event.valueEnd) === '<<'

/** Of several maps the first has the last word. */
const mergeInto = (merged: Map<string, MapEntry>, value: YamlNode): void => {
  const maps = value.kind === 'list' ? value.items.toReversed() : [value]
  for (const map of maps) {
    if (map.kind !== 'map') throw new YamlFault(map.at, `<< merges maps, not ${nounOf(map)}; quote it if it is text`)
    for (const entry of map.entries) merged.set(identityOf(entry.key), entry)
  }
}
