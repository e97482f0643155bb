import type { Answer } from '../answer.ts'
import type { OpenRequest, Services } from '../operation.ts'
import { namesTag, weakTag } from './entity-tag.ts'

/** A text that is the same until the program changes. */
export interface KeptText {
  readonly text: string
  readonly contentType: string
}

type Headers = Readonly<Record<string, string>>

const OF_KEY: Headers = { Vary: 'Authorization, X-API-Key', 'Cache-Control': 'private, no-cache' }

const FOR_ALL: Headers = { Vary: 'Accept-Encoding', 'Cache-Control': 'no-cache' }

/** As a stream, to which content codings apply. */
async function* streamOf(text: string): AsyncGenerator<string> {
  yield text
}

const answerWith =
  (kept: Headers, bodyOf: (text: string) => Answer['body']) =>
  ({ text, contentType }: KeptText, { ifNoneMatch }: OpenRequest, { crypto }: Pick<Services, 'crypto'>): Answer => {
    const tag = crypto.sha256Hex(text).slice(0, 32)
    const headers = { 'Content-Type': contentType, ...kept, ETag: weakTag(tag) }
    const isUnchanged = ifNoneMatch !== undefined && namesTag(ifNoneMatch, tag)
    return isUnchanged ? { status: 304, headers, body: undefined } : { status: 200, headers, body: bodyOf(text) }
  }

/** Answers a text, with 304 where the holder of the key has it already. */
export const answerText = answerWith(OF_KEY, (text) => text)

/** The same of a long text for everybody, whom every cache may serve. */
export const answerOpenText = answerWith(FOR_ALL, streamOf)
