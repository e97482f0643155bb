import type { FastifyReply } from 'fastify'
import type { Answer } from './answer.ts'
import { negotiateCoding } from './content-coding.ts'
import type { Services } from './operation.ts'
import { streamBody } from './stream-body.ts'

/** Hands the headers over to the bare response, on which a stream is written. */
const beginStream = (reply: FastifyReply): void => {
  reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
}

/** Sends an answer. What it reads from is freed when it is over: sent, refused or cut off. */
export const sendAnswer = async (
  reply: FastifyReply,
  answer: Answer,
  { log, times: { portion } }: Services
): Promise<void> => {
  try {
    const { status, headers, body, isPacked = false } = answer
    if (typeof body !== 'object') {
      // Of a text, Fastify would add a charset to the media type, and write its other parameters otherwise.
      void reply
        .code(status)
        .headers(headers)
        .send(body === undefined ? body : Buffer.from(body))
      return
    }
    const { method, headers: asked } = reply.request
    const coding = isPacked ? undefined : negotiateCoding(asked['accept-encoding'])
    const coded = coding === undefined ? headers : { ...headers, 'Content-Encoding': coding.name }
    if (method === 'HEAD') {
      void reply.code(status).headers(coded).send()
      return
    }
    const chunks = body[Symbol.asyncIterator]()
    // Until the first chunk is there, a failure is still an ordinary error answer.
    const first = await chunks.next()
    beginStream(reply.code(status).headers(coded))
    const failure = await streamBody(first, chunks, reply.raw, { coder: coding?.coder(), portion })
    if (failure !== undefined) log.error('answer cut off', { request_id: reply.request.id, error: failure.error })
  } finally {
    await answer.close?.()
  }
}
