/** A JSON object whose members were not looked at. */
export type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value that must be an object. */
export const objectOf = (value: unknown): JsonObject => {
  if (!isObject(value)) throw new Error(`A log holds ${JSON.stringify(value)} in place of an object.`)
  return value
}

/** JSON text of one object. */
export const parseObject = (text: string): JsonObject => objectOf(JSON.parse(text))

/** The objects of JSON lines. */
export const jsonLines = (text: string): readonly JsonObject[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseObject)

/** A member that is text; empty when it is missing or something else. */
export const textOf = (object: JsonObject, name: string): string => {
  const value = object[name]
  return typeof value === 'string' ? value : ''
}

/** The members of an object that are text. */
export const textsOf = (object: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  )
