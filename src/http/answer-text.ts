import type { Answer } from './answer.ts'
import { namesTag, weakTag } from './entity-tag.ts'
import type { KeyedRequest, Services } from './operation.ts'

/** A text that is the same until the program changes. */
export interface KeptText {
  readonly text: string
  readonly contentType: string
}

/** Answers a text, with 304 where the caller has it already. */
export const answerText = (
  { text, contentType }: KeptText,
  { ifNoneMatch }: Pick<KeyedRequest, 'ifNoneMatch'>,
  { crypto }: Pick<Services, 'crypto'>
): Answer => {
  const tag = crypto.sha256Hex(text).slice(0, 32)
  const headers = {
    'Content-Type': contentType,
    Vary: 'Authorization, X-API-Key',
    'Cache-Control': 'private, no-cache',
    ETag: weakTag(tag)
  }
  const isKept = ifNoneMatch !== undefined && namesTag(ifNoneMatch, tag)
  return isKept ? { status: 304, headers, body: undefined } : { status: 200, headers, body: text }
}
