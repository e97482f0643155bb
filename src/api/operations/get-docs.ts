import { OPEN_TEXT, unchanged } from '../answers.ts'
import { text } from '../content.ts'
import type { OpenDescription } from '../description.ts'
import { CONTENT_CODING, PAGE_HEADERS } from '../headers.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'

/** What the operations take and answer, for people. */
export const GET_DOCS = {
  name: 'getDocs',
  method: 'GET',
  path: '/docs',
  tag: 'Server',
  summary: 'The reference of the API, for people',
  about: 'This page. It runs no script and loads nothing.',
  security: 'open',
  requestHeaders: [IF_NONE_MATCH],
  answers: {
    200: {
      about: 'The page.',
      headers: [...OPEN_TEXT, CONTENT_CODING, ...PAGE_HEADERS],
      content: [text('text/html; charset=utf-8', '<!doctype html>…')]
    },
    304: unchanged(...OPEN_TEXT, ...PAGE_HEADERS)
  }
} as const satisfies OpenDescription
