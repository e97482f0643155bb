import { z } from 'zod'
import type { Parameter } from '../parameter.ts'
import type { DocumentParts } from './document-parts.ts'
import type { JsonPart, Reference } from './shared-parts.ts'

/** Where parameters stand in a request. */
type Place = 'path' | 'query' | 'header'

/** An example as its schema has it: a list of texts, or a number. */
const exampleOf = ({ schema, example }: Parameter): unknown => {
  if (schema instanceof z.ZodArray) return example.split(',')
  return schema.safeParse(Number(example)).success ? Number(example) : example
}

const partOf = (parameter: Parameter, place: Place, schemas: DocumentParts['schemas']): JsonPart => {
  const { name, about, schema, isRequired = false } = parameter
  return {
    name,
    in: place,
    description: about,
    ...(isRequired || place === 'path' ? { required: true } : {}),
    ...(schema instanceof z.ZodArray ? { style: 'form', explode: false } : {}),
    schema: schemas.of(schema),
    example: exampleOf(parameter)
  }
}

/** Parameters of one place, as the document has them. */
export const parameterParts = (
  described: readonly Parameter[],
  place: Place,
  owner: string,
  { parameters, schemas }: DocumentParts
): readonly Reference[] =>
  described.map((parameter) => parameters.share(parameter.name, owner, partOf(parameter, place, schemas)))
