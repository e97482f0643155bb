import { z } from 'zod'
import { OPEN_TEXT, unchanged } from '../answers.ts'
import { json } from '../content.ts'
import type { OpenDescription } from '../description.ts'
import { CONTENT_CODING } from '../headers.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'

const DOCUMENT = z.looseObject({ openapi: z.string(), paths: z.looseObject({}), components: z.looseObject({}) })

/** What the operations take and answer, for programs. */
export const GET_OPEN_API = {
  name: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Server',
  summary: 'The reference of the API as OpenAPI',
  about: 'This document: OpenAPI 3.1.',
  security: 'open',
  requestHeaders: [IF_NONE_MATCH],
  answers: {
    200: {
      about: 'The document.',
      headers: [...OPEN_TEXT, CONTENT_CODING],
      content: [json(DOCUMENT, { openapi: '3.1.1', paths: {}, components: {} })]
    },
    304: unchanged(...OPEN_TEXT)
  }
} as const satisfies OpenDescription
