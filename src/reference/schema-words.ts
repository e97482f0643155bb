import { figure } from '../indicator/figure.ts'
import { alternatives } from './alternatives.ts'
import type { Resolve } from './resolver.ts'
import type { Json, Schema } from './open-api.ts'

const WORDS: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  object: 'object',
  null: '`null`'
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'moment',
  date: 'day',
  uuid: 'UUID',
  uri: 'URL'
}

const valueWords = (value: Json): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``

const boundsOf = ({ minimum, maximum, exclusiveMinimum }: Schema): string => {
  const most = maximum === undefined ? undefined : `at most ${figure(maximum)}`
  if (exclusiveMinimum !== undefined)
    return [`, more than ${figure(exclusiveMinimum)}`, ...(most === undefined ? [] : [most])].join(' and ')
  if (minimum !== undefined && maximum !== undefined) return `, ${figure(minimum)} to ${figure(maximum)}`
  if (most !== undefined) return `, ${most}`
  return minimum !== undefined && minimum > 0 ? `, at least ${figure(minimum)}` : ''
}

const ofText = ({ format = '', pattern }: Schema): string =>
  FORMATS[format] ?? (pattern === undefined ? 'text' : `text that fits \`${pattern}\``)

const ofType = (type: string, schema: Schema, resolve: Resolve<Schema>): string => {
  if (type === 'string') return ofText(schema)
  if (type === 'array') return schema.items === undefined ? 'list' : `list of ${schemaWords(schema.items, resolve)}`
  const word = WORDS[type] ?? 'any JSON'
  return `${word}${type === 'integer' || type === 'number' ? boundsOf(schema) : ''}`
}

const valuesOf = ({ const: value, enum: values }: Schema): readonly Json[] | undefined =>
  value === undefined ? values : [value]

const typeWords = (schema: Schema, resolve: Resolve<Schema>): readonly string[] => {
  const { type } = schema
  const types = typeof type === 'string' ? [type] : (type ?? [''])
  return types.map((one) => ofType(one, schema, resolve))
}

/** What a schema takes, in a few words in which backticks set values apart. */
export const schemaWords = (given: Schema, resolve: Resolve<Schema>): string => {
  const schemas = alternatives(given, resolve)
  const values = new Set(schemas.flatMap((schema) => valuesOf(schema) ?? []).map(valueWords))
  const others = new Set(
    schemas.flatMap((schema) => (valuesOf(schema) === undefined ? typeWords(schema, resolve) : []))
  )
  return [...(values.size === 0 ? [] : [[...values].join(' ')]), ...others].join(' or ')
}
