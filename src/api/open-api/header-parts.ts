import type { Header } from '../header.ts'
import type { DocumentParts } from './document-parts.ts'
import type { Reference } from './shared-parts.ts'

/** The headers of an answer by name, as the document has them. */
export const headerParts = (
  described: readonly Header[],
  owner: string,
  { headers, schemas }: DocumentParts
): Readonly<Record<string, Reference>> =>
  Object.fromEntries(
    described.map(({ name, about, schema, example, isAlways }) => [
      name,
      headers.share(isAlways ? name : `${name}_if_any`, owner, {
        description: about,
        ...(isAlways ? { required: true } : {}),
        schema: schemas.of(schema),
        example
      })
    ])
  )
