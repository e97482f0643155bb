import type { Description } from './description.ts'
import type { JsonPart } from './open-api/shared-parts.ts'
import { createDocumentParts, type DocumentParts } from './open-api/document-parts.ts'
import { errorPart } from './open-api/error-parts.ts'
import { operationPart } from './open-api/operation-part.ts'
import { SECURITY_SCHEMES } from './open-api/security-schemes.ts'
import { TAGS } from './tags.ts'

/** What a document says of the server. */
export interface ApiServer {
  /** Of the program. */
  readonly version: string
  /** Under which clients reach the server; `undefined` where the document is read from it. */
  readonly publicUrl: string | undefined
}

const ABOUT = `Threat indicators as Sigma rules.

A key goes into one header, never into a URL. Requests are counted per key over a rolling minute and a rolling day. An unknown,
repeated or empty parameter is refused, because a typo must never widen an export. Paths are exact.`

/** The operations of each path by method, HEAD beside GET. */
const pathParts = (descriptions: readonly Description[], parts: DocumentParts): JsonPart => {
  const paths = new Map<string, Record<string, JsonPart>>()
  for (const described of descriptions) {
    const methods = paths.get(described.path) ?? {}
    paths.set(described.path, methods)
    methods[described.method.toLowerCase()] = operationPart(described, false, parts)
    if (described.method === 'GET') methods['head'] = operationPart(described, true, parts)
  }
  return Object.fromEntries(paths)
}

/** What becomes of requests that no operation takes. */
const unroutedParts = (parts: DocumentParts): JsonPart => {
  const nowhere = { name: 'unrouted', security: 'open', tag: 'Server' } as const
  return {
    404: errorPart(nowhere, 404, ['not_found'], false, parts),
    405: errorPart(nowhere, 405, ['method_not_allowed'], false, parts)
  }
}

/**
 * The OpenAPI document of these operations: https://spec.openapis.org/oas/v3.1.1. The same descriptions always give the
 * same document. `x-item-schema` is the schema of one line or event, `x-unrouted` the answers to requests that are for no
 * operation.
 */
export const openApiDocument = (descriptions: readonly Description[], { version, publicUrl }: ApiServer): JsonPart => {
  const parts = createDocumentParts()
  const paths = pathParts(descriptions, parts)
  const unrouted = unroutedParts(parts)
  const used = new Set(descriptions.map(({ tag }) => tag))
  return {
    openapi: '3.1.1',
    info: {
      title: 'The sigmill API',
      version,
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
    },
    servers: [{ url: publicUrl ?? '/' }],
    tags: Object.entries(TAGS)
      .filter(([name]) => [...used].some((tag) => tag === name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: parts.schemas.parts(),
      parameters: parts.parameters.parts(),
      headers: parts.headers.parts(),
      responses: parts.responses.parts(),
      securitySchemes: SECURITY_SCHEMES
    },
    'x-unrouted': unrouted
  }
}
