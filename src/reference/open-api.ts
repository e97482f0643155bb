import { z } from 'zod'

// What the page reads of an OpenAPI 3.1 document: https://spec.openapis.org/oas/v3.1.1. Members that it does not show are
// left out.

const TEXT = z.string().optional()

/** Any JSON. */
export type Json = z.infer<typeof JSON_VALUE>

const JSON_VALUE = z.json()

/** What stands elsewhere in the document: `#/components/schemas/Key`. */
export type Reference = z.infer<typeof REFERENCE>

const REFERENCE = z.object({ $ref: z.string() })

/** A schema of JSON Schema 2020-12. */
export type Schema = z.infer<typeof SCHEMA>

const SCHEMA = z.object({
  $ref: TEXT,
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: TEXT,
  description: TEXT,
  enum: z.array(JSON_VALUE).optional(),
  const: JSON_VALUE.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  pattern: TEXT,
  required: z.array(z.string()).optional(),
  get items() {
    return SCHEMA.optional()
  },
  get properties() {
    return z.record(z.string(), SCHEMA).optional()
  },
  get anyOf() {
    return z.array(SCHEMA).optional()
  },
  get oneOf() {
    return z.array(SCHEMA).optional()
  },
  get not() {
    return SCHEMA.optional()
  }
})

/** A parameter of a path, a query string or among headers. */
export type Parameter = z.infer<typeof PARAMETER>

const PARAMETER = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  description: TEXT,
  required: z.boolean().default(false),
  schema: SCHEMA,
  example: JSON_VALUE
})

/** A header of an answer. */
export type Header = z.infer<typeof HEADER>

const HEADER = z.object({ description: TEXT })

/** One form of a body. */
export type MediaType = z.infer<typeof MEDIA_TYPE>

const MEDIA_TYPE = z.object({
  schema: SCHEMA.optional(),
  /** Of one line or event. */
  'x-item-schema': SCHEMA.optional(),
  example: JSON_VALUE.optional(),
  examples: z.record(z.string(), z.object({ value: JSON_VALUE })).default({})
})

/** A body that is sent. */
export type RequestBody = z.infer<typeof REQUEST_BODY>

const CONTENT = z.record(z.string(), MEDIA_TYPE)

const REQUEST_BODY = z.object({ required: z.boolean().default(false), content: CONTENT })

/** An answer of one status. */
export type Answer = z.infer<typeof ANSWER>

const ANSWER = z.object({
  description: z.string(),
  headers: z.record(z.string(), z.union([REFERENCE, HEADER])).default({}),
  content: CONTENT.default({})
})

const ANSWERS = z.record(z.string(), z.union([REFERENCE, ANSWER]))

/** One method of a path. */
export type Operation = z.infer<typeof OPERATION>

const OPERATION = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().default(''),
  security: z.array(z.unknown()),
  parameters: z.array(z.union([REFERENCE, PARAMETER])).default([]),
  requestBody: REQUEST_BODY.optional(),
  responses: ANSWERS
})

/** What operations share, by name. */
export type Components = z.infer<typeof COMPONENTS>

const COMPONENTS = z.object({
  schemas: z.record(z.string(), SCHEMA),
  parameters: z.record(z.string(), PARAMETER),
  headers: z.record(z.string(), HEADER),
  responses: z.record(z.string(), ANSWER),
  securitySchemes: z.record(z.string(), z.object({ description: z.string() }))
})

/** A document, as far as the page shows it. */
export type Document = z.infer<typeof DOCUMENT>

/** Reads a document. */
export const DOCUMENT = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), OPERATION)),
  components: COMPONENTS,
  /** The answers to requests that are for no operation. */
  'x-unrouted': ANSWERS
})
