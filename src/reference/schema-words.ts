import type { Resolve } from './resolver.ts'
import type { Json, Schema } from './open-api.ts'

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
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

const figure = (number: number): string => number.toLocaleString('en-US')

/** A bound beyond which no program counts exactly says nothing. */
const isBound = (number: number | undefined): number is number => number !== undefined && Number.isSafeInteger(number)

const boundsOf = ({ minimum, maximum }: Schema): string => {
  const isEdge = maximum === Number.MAX_SAFE_INTEGER
  if (isBound(minimum) && isBound(maximum) && !isEdge) return `, ${figure(minimum)} to ${figure(maximum)}`
  if (isBound(maximum) && !isEdge) return `, at most ${figure(maximum)}`
  return isBound(minimum) && minimum > 0 ? `, at least ${figure(minimum)}` : ''
}

const ofType = (type: string, schema: Schema, resolve: Resolve<Schema>): string => {
  if (type === 'array') return schema.items === undefined ? 'list' : `list of ${schemaWords(schema.items, resolve)}`
  const word = FORMATS[type === 'string' ? (schema.format ?? '') : ''] ?? WORDS[type] ?? 'any JSON'
  return `${word}${type === 'integer' || type === 'number' ? boundsOf(schema) : ''}`
}

/** What a schema takes, in a few words in which backticks set values apart. */
export const schemaWords = (given: Schema, resolve: Resolve<Schema>): string => {
  const schema = resolve(given)
  const { type } = schema
  if (schema.const !== undefined) return valueWords(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(valueWords).join(' ')
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => schemaWords({ type, ...one }, resolve)).join(' or ')
  const types = typeof type === 'string' ? [type] : (type ?? [''])
  return types.map((one) => ofType(one, schema, resolve)).join(' or ')
}
