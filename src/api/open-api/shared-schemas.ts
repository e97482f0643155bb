import { z } from 'zod'
import type { JsonPart } from './shared-parts.ts'

/** The schemas of a document: those with an id stand in one place. */
export interface SharedSchemas {
  /** A schema as the document has it. */
  readonly of: (schema: z.ZodType) => JsonPart
  readonly parts: () => JsonPart
}

const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved)
  return typeof value === 'object' && value !== null ? movedPart(value) : value
}

/** A part with its references, and those of the parts in it, to where schemas stand in a document. */
const movedPart = (part: object): JsonPart =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) =>
      name === '$ref' ? [name, String(value).replace('#/$defs/', '#/components/schemas/')] : [name, moved(value)]
    )
  )

/** Beyond what counts exactly there is no bound: https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const withoutEdges = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** Writes schemas as JSON Schema 2020-12, as what is sent in a request or an answer has to be. */
export const createSharedSchemas = (): SharedSchemas => {
  const parts = new Map<string, JsonPart>()
  return {
    of(schema) {
      const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io: 'input', override: withoutEdges })
      for (const [id, part] of Object.entries($defs)) parts.set(id, movedPart(part))
      return movedPart(rest)
    },
    parts: () => Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
