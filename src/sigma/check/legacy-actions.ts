import { kindOf } from './sigma-document.ts'
import { isNothing, isScalar, type MapEntry, type MapNode, valueOf, type YamlNode } from './yaml-node.ts'

/**
 * Applies the key `action`, by which documents of a file shared their parts before Sigma had version 2 and which pySigma
 * still reads: `global` is put into every rule behind it until `reset`, `repeat` is the rule before it with changes.
 */
export interface LegacyActions {
  /**
   * The map that a document stands for: none where it only changes others, `unknown` where there is no such action, `too-much`
   * where the file has shared so much that a small file stands for an endless one.
   */
  apply(root: MapNode): MapNode | 'none' | 'unknown' | 'too-much'
}

/** Values that the documents of a file take over from others. */
const MOST_SHARED = 1_000_000

/** What documents take over, and how many values that is. */
interface Shared {
  readonly map: MapNode
  readonly size: number
}

/** Begins with a file, where nothing is shared. */
export const createLegacyActions = (): LegacyActions => {
  let globals: Shared | undefined
  let previous: Shared | undefined
  let taken = 0

  const remember = (map: MapNode): Shared => {
    previous = { map, size: sizeOf(map) }
    return previous
  }

  /** Remembers what a document stands for that takes something over. */
  const take = (shared: Shared | undefined, root: MapNode, merge: (map: MapNode) => MapNode): MapNode | 'too-much' => {
    if (shared === undefined) return remember(root).map
    taken += shared.size
    return taken > MOST_SHARED ? 'too-much' : remember(merge(movedMap(shared.map, root.at))).map
  }

  return {
    apply(root) {
      const action = valueOf(root, 'action')
      if (isNothing(action)) {
        if (kindOf(root) !== 'rule') return root
        return take(globals, root, (map) => mergeMaps(root, map))
      }
      switch (isScalar(action, 'string') ? action.text : '') {
        case 'global':
          globals = remember({ ...root, entries: root.entries.filter(({ key }) => key.text !== 'action') })
          return 'none'
        case 'reset':
          globals = undefined
          return 'none'
        case 'repeat':
          return take(previous, root, (map) => mergeMaps(map, root))
        default:
          return 'unknown'
      }
    }
  }
}

/** How many values a node holds, itself included. */
const sizeOf = (node: YamlNode): number => {
  switch (node.kind) {
    case 'scalar':
      return 1
    case 'list':
      return node.items.reduce((sum, item) => sum + sizeOf(item), 1)
    case 'map':
      return node.entries.reduce((sum, { value }) => sum + sizeOf(value), 1)
  }
}

/** Puts what `over` says into `map`, maps inside of maps too. */
const mergeMaps = (map: MapNode, over: MapNode): MapNode => {
  const entries = new Map<string, MapEntry>(map.entries.map((entry) => [entry.key.text, entry]))
  for (const { key, value } of over.entries) {
    const mine = entries.get(key.text)?.value
    const merged = mine?.kind === 'map' && value.kind === 'map' ? mergeMaps(mine, value) : value
    entries.set(key.text, { key, value: merged })
  }
  return { ...map, entries: [...entries.values()] }
}

/** A copy of what another document says, which stands where this one begins. */
const movedMap = (map: MapNode, at: number): MapNode => ({
  ...map,
  at,
  entries: map.entries.map(({ key, value }) => ({ key: { ...key, at }, value: moved(value, at) }))
})

const moved = (node: YamlNode, at: number): YamlNode => {
  switch (node.kind) {
    case 'scalar':
      return { ...node, at }
    case 'list':
      return { ...node, at, items: node.items.map((item) => moved(item, at)) }
    case 'map':
      return movedMap(node, at)
  }
}
