import { unchanged } from '../answers.ts'
import { text } from '../content.ts'
import type { OpenDescription } from '../description.ts'
import { ETAG, NO_CACHE, PAGE_HEADERS } from '../headers.ts'

/** What the operations take and answer, for people. */
export const GET_DOCS = {
  name: 'getDocs',
  method: 'GET',
  path: '/docs',
  tag: 'Server',
  summary: 'What the operations take and answer, for people',
  about: 'This page. It runs no script and loads nothing.',
  security: 'open',
  answers: {
    200: {
      about: 'The page.',
      headers: [NO_CACHE, ETAG, ...PAGE_HEADERS],
      content: [text('text/html; charset=utf-8', '<!doctype html>…')]
    },
    304: unchanged(NO_CACHE, ETAG, ...PAGE_HEADERS)
  }
} as const satisfies OpenDescription
