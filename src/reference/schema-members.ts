import type { Resolve } from './resolver.ts'
import type { Schema } from './open-api.ts'

/** A member of an object, or of an object somewhere within it. */
export interface Member {
  /** With those around it: `data[].sources[].role`. */
  readonly name: string
  readonly schema: Schema
  readonly isRequired: boolean
}

const within = (prefix: string, given: Schema, resolve: Resolve<Schema>): readonly Member[] => {
  const schema = resolve(given)
  const required = schema.required ?? []
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`
      return [{ name, schema: member, isRequired: required.includes(key) }, ...within(name, member, resolve)]
    }),
    ...(schema.items === undefined ? [] : within(`${prefix}[]`, schema.items, resolve)),
    ...(schema.anyOf ?? []).flatMap((one) => within(prefix, one, resolve))
  ]
}

/** Every member of what a schema describes, from the outside to the inside; each name once. */
export const schemaMembers = (schema: Schema, resolve: Resolve<Schema>): readonly Member[] => {
  const members = within('', schema, resolve)
  return [...new Map(members.toReversed().map((member) => [member.name, member])).values()].toReversed()
}
