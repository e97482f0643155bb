/** A tag of a taxonomy or galaxy: `namespace:predicate="value"`, or `namespace:predicate`. */
export interface Tag {
  readonly name: string
  readonly namespace: string
  readonly predicate: string
  readonly value: string
}

/** Reads the name of a tag; a free one has all of its text as value. Letter case counts in values only. */
export const readTag = (name: string): Tag => {
  const colon = name.indexOf(':')
  const namespace = name.slice(0, Math.max(colon, 0)).toLowerCase()
  const rest = name.slice(colon + 1)
  const equals = rest.indexOf('=')
  if (colon < 0 || equals < 0) return { name, namespace, predicate: '', value: rest.trim() }
  const predicate = rest.slice(0, equals).trim().toLowerCase()
  return { name, namespace, predicate, value: unquote(rest.slice(equals + 1).trim()) }
}

const unquote = (text: string): string =>
  text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
