/** Items that follow one another. */
export type Neighbours<Item> = readonly [Item, ...Item[]]

/** Cuts a list where an item is not like the first one behind the last cut. */
export const neighbours = <Item>(
  items: readonly Item[],
  isLike: (first: Item, item: Item) => boolean
): readonly Neighbours<Item>[] => {
  const groups: [Item, ...Item[]][] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (group !== undefined && isLike(group[0], item)) group.push(item)
    else groups.push([item])
  }
  return groups
}
