/** Any JSON object of a document. */
export type JsonPart = Readonly<Record<string, unknown>>

/** What stands elsewhere in the document. */
export interface Reference {
  readonly $ref: string
}

/** Parts of a document that stand in one place, and are named everywhere else. */
export interface SharedParts {
  /** Keeps a part under a name; a different one of that name gets a number behind it. */
  readonly share: (name: string, part: JsonPart) => Reference
  /** All of them, by name. */
  readonly parts: () => JsonPart
}

/** Characters that a name of a part may not have: https://spec.openapis.org/oas/v3.1.1#components-object */
const FORBIDDEN = /[^\w.-]+/g

const freeName = (name: string, text: string, texts: ReadonlyMap<string, string>): string => {
  const isFree = (candidate: string): boolean => (texts.get(candidate) ?? text) === text
  let free = name
  for (let number = 2; !isFree(free); number += 1) free = `${name}-${number}`
  return free
}

/** Parts of `components`, of one section: `headers`. */
export const createSharedParts = (section: string): SharedParts => {
  const texts = new Map<string, string>()
  const parts = new Map<string, JsonPart>()
  return {
    share(name, part) {
      const text = JSON.stringify(part)
      const key = freeName(name.replaceAll(FORBIDDEN, '_'), text, texts)
      texts.set(key, text)
      parts.set(key, part)
      return { $ref: `#/components/${section}/${key}` }
    },
    parts: () => Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
