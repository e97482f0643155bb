import { kindOf } from './sigma-document.ts'
import { isNothing, isScalar, type MapEntry, type MapNode, valueOf, type YamlNode } from './yaml-node.ts'

/**
 * Applies the key `action`, by which documents of a file shared their parts before Sigma had version 2 and which pySigma
 * still reads: `global` is put into every rule behind it until `reset`, `repeat` is the rule before it with changes.
 */
export interface LegacyActions {
  /** The map that a document stands for: none where it only changes others, `unknown` where there is no such action. */
  apply(root: MapNode): MapNode | 'none' | 'unknown'
}

/** Begins with a file, where nothing is shared. */
export const createLegacyActions = (): LegacyActions => {
  let globals: MapNode | undefined
  let previous: MapNode | undefined

  const remember = (map: MapNode): MapNode => {
    previous = map
    return map
  }

  return {
    apply(root) {
      const action = valueOf(root, 'action')
      if (isNothing(action)) {
        if (kindOf(root) !== 'rule') return root
        return remember(globals === undefined ? root : mergeMaps(root, movedMap(globals, root.at)))
      }
      switch (isScalar(action, 'string') ? action.text : '') {
        case 'global':
          globals = remember({ ...root, entries: root.entries.filter(({ key }) => key.text !== 'action') })
          return 'none'
        case 'reset':
          globals = undefined
          return 'none'
        case 'repeat':
          return remember(previous === undefined ? root : mergeMaps(movedMap(previous, root.at), root))
        default:
          return 'unknown'
      }
    }
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
