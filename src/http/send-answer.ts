import type { FastifyReply } from 'fastify'
import type { Answer } from './answer.ts'
import { type ContentCoding, negotiateCoding } from './content-coding.ts'
import type { Services } from './operation.ts'
import { streamBody } from './stream-body.ts'
import { writePieces } from './write-pieces.ts'

/** Hands the headers over to the bare response, on which a stream is written. */
const beginStream = (reply: FastifyReply): void => {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
}

type Body = NonNullable<Answer['body']>

const isWhole = (body: Body): body is string | readonly Uint8Array[] => typeof body === 'string' || Array.isArray(body)

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Writes what is there in whole: pieces at the pace of the client, a text at once. */
const sendWhole = async (reply: FastifyReply, body: string | readonly Uint8Array[], portion: number): Promise<void> => {
  if (typeof body === 'string') {
    // Of a text, Fastify would add a charset to the media type, and write its other parameters otherwise.
    void reply.send(Buffer.from(body))
    return
  }
  beginStream(reply.header('Content-Length', lengthOf(body)))
  await writePieces(body, reply.raw, portion)
}

/** Writes what comes in pieces; until the first of them is there, a failure is still an ordinary error answer. */
const sendStream = async (
  begin: () => FastifyReply,
  body: AsyncIterable<string | Uint8Array>,
  coding: ContentCoding | undefined,
  { log, times: { portion } }: Services
): Promise<void> => {
  const chunks = body[Symbol.asyncIterator]()
  const first = await chunks.next()
  const reply = begin()
  beginStream(reply)
  const failure = await streamBody(first, chunks, reply.raw, { coder: coding?.coder(), portion })
  if (failure !== undefined) log.error('answer cut off', { request_id: reply.request.id, error: failure.error })
}

/** Sends an answer. What it reads from is freed when it is over: sent, refused or cut off. */
export const sendAnswer = async (reply: FastifyReply, answer: Answer, services: Services): Promise<void> => {
  try {
    const { status, headers, body, isPacked = false } = answer
    const { method, headers: asked } = reply.request
    const isCodable = typeof body === 'object' && !isPacked
    const coding = isCodable ? negotiateCoding(asked['accept-encoding']) : undefined
    const begin = (): FastifyReply =>
      reply.code(status).headers(coding === undefined ? headers : { ...headers, 'Content-Encoding': coding.name })
    if (body === undefined || (method === 'HEAD' && typeof body !== 'string')) void begin().send()
    else if (isWhole(body)) await sendWhole(begin(), body, services.times.portion)
    else await sendStream(begin, body, coding, services)
  } finally {
    await answer.close?.()
  }
}
