/** So many items that lie evenly over a list, or all of a shorter one. */
export const evenly = <Item>(items: readonly Item[], most: number): readonly Item[] =>
  items.filter(
    (_, index) => Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length)
  )
