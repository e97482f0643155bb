import { element, type Html } from './html.ts'
import type { Parameter, Schema } from './open-api.ts'
import type { Resolve } from './resolver.ts'
import { schemaWords } from './schema-words.ts'
import { termList } from './term-list.ts'

const PLACES = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Headers of the request']
] as const

/** The parameters of an operation, by where they stand. */
export const parameterList = (parameters: readonly Parameter[], resolve: Resolve<Schema>): readonly Html[] =>
  PLACES.flatMap(([place, heading]) => {
    const there = parameters.filter((parameter) => parameter.in === place)
    if (there.length === 0) return []
    const terms = there.map(({ name, required, schema, description }) => ({
      name,
      label: required && place !== 'path' ? 'required' : undefined,
      words: schemaWords(schema, resolve),
      about: description
    }))
    return [element('h4', {}, heading), termList(terms)]
  })
