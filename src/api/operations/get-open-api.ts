import { z } from 'zod'
import { unchanged } from '../answers.ts'
import { json } from '../content.ts'
import type { OpenDescription } from '../description.ts'
import { ETAG, NO_CACHE } from '../headers.ts'

const DOCUMENT = z.looseObject({ openapi: z.string(), paths: z.looseObject({}), components: z.looseObject({}) })

/** What the operations take and answer, for programs. */
export const GET_OPEN_API = {
  name: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Server',
  summary: 'What the operations take and answer, for programs',
  about: 'This document: OpenAPI 3.1.',
  security: 'open',
  answers: {
    200: {
      about: 'The document.',
      headers: [NO_CACHE, ETAG],
      content: [json(DOCUMENT, { openapi: '3.1.1', paths: {}, components: {} })]
    },
    304: unchanged(NO_CACHE, ETAG)
  }
} as const satisfies OpenDescription
