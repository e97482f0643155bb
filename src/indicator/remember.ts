/**
 * The same pure function, remembering what it made of each object for as long as the object lives. Rules of an export
 * share most of their parts, so that these are made once instead of once per rule.
 */
export const remember = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, { readonly value: Made }>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}
