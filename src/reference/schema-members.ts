import { alternatives } from './alternatives.ts'
import type { Schema } from './open-api.ts'
import type { Resolve } from './resolver.ts'

/** A member of an object, or of an object somewhere within it. */
export interface Member {
  /** With those around it: `data[].sources[].role`. */
  readonly name: string
  /** Of a member of several alternatives, what any of them says. */
  readonly schema: Schema
  /** Whether it is in every alternative of the object around it. */
  readonly isRequired: boolean
}

const union = (schemas: readonly Schema[]): Schema => {
  const [first, ...others] = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()]
  return first !== undefined && others.length === 0 ? first : { anyOf: [...schemas] }
}

const memberOf = (name: string, key: string, objects: readonly Schema[], resolve: Resolve<Schema>) => {
  const given = objects.flatMap(({ properties = {} }) => properties[key] ?? [])
  const inside = given.flatMap((one) => alternatives(one, resolve))
  if (inside.length === 0) return []
  const isRequired = objects.every(({ required = [] }) => required.includes(key))
  return [{ name, schema: union(given), isRequired }, ...within(name, inside, resolve)]
}

const within = (prefix: string, schemas: readonly Schema[], resolve: Resolve<Schema>): readonly Member[] => {
  const objects = schemas.filter(({ properties }) => properties !== undefined)
  const keys = new Set(objects.flatMap(({ properties = {} }) => Object.keys(properties)))
  const items = schemas.flatMap((schema) => (schema.items === undefined ? [] : alternatives(schema.items, resolve)))
  return [
    ...[...keys].flatMap((key) => memberOf(prefix === '' ? key : `${prefix}.${key}`, key, objects, resolve)),
    ...(items.length === 0 ? [] : within(`${prefix}[]`, items, resolve))
  ]
}

/** Every member of what a schema describes, from the outside to the inside; each name once. */
export const schemaMembers = (schema: Schema, resolve: Resolve<Schema>): readonly Member[] =>
  within('', alternatives(schema, resolve), resolve)
