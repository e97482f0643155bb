/** The members of an object that have a value: neither `undefined` nor an empty list. */
export type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out members without a value, so that an item carries only what its feed says. */
export const present = <T extends object>(members: T): Present<T> => {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) kept[name] = value
  }
  return kept as Present<T>
}
