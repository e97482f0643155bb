import { type Content, mediaTypeOf } from '../content.ts'
import type { DocumentParts } from './document-parts.ts'
import type { JsonPart } from './shared-parts.ts'

const TEXT = { type: 'string' }

const partOf = (content: Content, schemas: DocumentParts['schemas']): JsonPart => {
  switch (content.form) {
    case 'json':
      return { schema: schemas.of(content.schema), example: content.example }
    case 'lines':
      return {
        schema: TEXT,
        'x-item-schema': schemas.of(content.schema),
        example: `${JSON.stringify(content.example)}\n`
      }
    case 'events':
      return {
        schema: TEXT,
        'x-item-schema': schemas.of(content.schema),
        example: `data: ${JSON.stringify(content.example)}\n\n`
      }
    case 'text':
      return { schema: TEXT, example: content.example }
    case 'bytes':
      return {}
  }
}

/** The forms of an answer by media type, as the document has them. */
export const contentParts = (contents: readonly Content[], { schemas }: DocumentParts): JsonPart =>
  Object.fromEntries(contents.map((content) => [mediaTypeOf(content), partOf(content, schemas)]))
