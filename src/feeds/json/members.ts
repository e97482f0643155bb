/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object; anything else is one without members. */
export const recordOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** Whether a value is a JSON object: no list, no scalar, not `null`. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member, whatever it is. Members that the object only inherits (`constructor`) are none. */
export const field = (record: JsonObject, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** A member that is a text with something in it, trimmed. */
export const textField = (record: JsonObject, name: string): string | undefined => textOf(field(record, name))

/** A member that is a number, or a text that is one (`"75"`). */
export const numberField = (record: JsonObject, name: string): number | undefined => {
  const value = field(record, name)
  if (typeof value === 'number') return value
  const text = textOf(value)
  if (text === undefined || !/^-?[0-9]{1,15}$/.test(text)) return undefined
  return Number(text)
}

/** A member that is true, also as `1`, `"1"` or `"true"`. */
export const flagField = (record: JsonObject, name: string): boolean | undefined => {
  switch (field(record, name)) {
    case true:
    case 1:
    case '1':
    case 'true':
      return true
    case false:
    case 0:
    case '0':
    case 'false':
      return false
    default:
      return undefined
  }
}

/** A member that is an object. */
export const recordField = (record: JsonObject, name: string): JsonObject => recordOf(field(record, name))

/** The elements of a member that is a list; empty when it is none. */
export const listField = (record: JsonObject, name: string): readonly unknown[] => {
  const value = field(record, name)
  return Array.isArray(value) ? value : []
}

/** The objects in a member that is a list. */
export const recordListField = (record: JsonObject, name: string): readonly JsonObject[] =>
  listField(record, name).filter(isObject)

/** The texts in a member that is a list; a single text counts as a list of one. */
export const textListField = (record: JsonObject, name: string): readonly string[] => {
  const value = field(record, name)
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== undefined)
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}
