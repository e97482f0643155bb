/** Any JSON object of a document. */
export type JsonPart = Readonly<Record<string, unknown>>

/** What stands elsewhere in the document. */
export interface Reference {
  readonly $ref: string
}

/** Parts of a document that stand in one place, and are named everywhere else. */
export interface SharedParts {
  /** Keeps a part under a name; a different one of that name is named after its owner as well, the first that has it. */
  readonly share: (name: string, owner: string, part: JsonPart) => Reference
  /** All of them, by name. */
  readonly parts: () => JsonPart
}

/** Characters that a name of a part may not have: https://spec.openapis.org/oas/v3.1.1#components-object */
const FORBIDDEN = /[^\w.-]+/g

const nameOf = (name: string): string => name.replaceAll(FORBIDDEN, '_').replace(/_$/, '')

/** Parts of `components`, of one section: `headers`. */
export const createSharedParts = (section: string): SharedParts => {
  const keys = new Map<string, string>()
  const parts = new Map<string, JsonPart>()
  return {
    share(name, owner, part) {
      const text = JSON.stringify(part)
      const named = [nameOf(name), `${nameOf(name)}_${owner}`]
      const key = keys.get(`${name} ${text}`) ?? named.find((one) => !parts.has(one))
      if (key === undefined) throw new Error(`two parts of ${owner} are called ${name}`)
      keys.set(`${name} ${text}`, key)
      parts.set(key, part)
      return { $ref: `#/components/${section}/${key}` }
    },
    parts: () => Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
