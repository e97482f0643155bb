import { createSharedParts, type SharedParts } from './shared-parts.ts'
import { createSharedSchemas, type SharedSchemas } from './shared-schemas.ts'

/** What the operations of a document share. */
export interface DocumentParts {
  readonly schemas: SharedSchemas
  readonly parameters: SharedParts
  readonly headers: SharedParts
  readonly responses: SharedParts
}

/** Parts for one document. */
export const createDocumentParts = (): DocumentParts => ({
  schemas: createSharedSchemas(),
  parameters: createSharedParts('parameters'),
  headers: createSharedParts('headers'),
  responses: createSharedParts('responses')
})
