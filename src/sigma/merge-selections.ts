import { compareCodePoints } from '../indicator/code-points.ts'
import type { FieldMatch, Selection, SelectionMap } from './rule.ts'

/**
 * One selection that matches what any of the given ones matches, and nothing else. Values that are alternatives of the
 * same field and modifiers stand in one list; every map that asks for more than one thing at once stays as it is. Sigma
 * ignores letter case, so values and maps that differ in nothing else stand once. The order of the given selections
 * makes no difference.
 */
export const mergeSelections = (selections: readonly Selection[]): Selection => {
  const lists = new Map<string, FieldMatch & { readonly values: string[] }>()
  const others: [key: string, map: SelectionMap][] = []
  for (const map of selections.flat()) {
    const alone = soleList(map)
    if (alone === undefined) {
      others.push([JSON.stringify(map), map])
      continue
    }
    const { field, modifiers, values } = alone
    const key = [field, ...modifiers].join('|')
    const list = lists.get(key)
    if (list === undefined) lists.set(key, { field, modifiers, values: [...values] })
    else list.values.push(...values)
  }
  const merged = inOrder(lists).map(([, list]) => [{ ...list, values: onceEach(list.values) }])
  return [...merged, ...mapsOnceEach(others)]
}

/** The only field of a map, where any of its values will do. */
const soleList = (map: SelectionMap): FieldMatch | undefined => {
  const [first, second] = map
  return first === undefined || second !== undefined || first.modifiers.includes('all') ? undefined : first
}

const inOrder = <T>(keyed: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] =>
  [...keyed].sort(([a], [b]) => compareCodePoints(a, b))

const mapsOnceEach = (keyed: readonly (readonly [string, SelectionMap])[]): readonly SelectionMap[] => {
  const maps = new Map<string, SelectionMap>()
  for (const [key, map] of inOrder(keyed)) {
    const folded = key.toLowerCase()
    if (!maps.has(folded)) maps.set(folded, map)
  }
  return [...maps.values()]
}

const onceEach = (values: readonly string[]): readonly string[] => {
  const once = new Map<string, string>()
  for (const value of values.toSorted(compareCodePoints)) {
    const folded = value.toLowerCase()
    if (!once.has(folded)) once.set(folded, value)
  }
  return [...once.values()]
}
