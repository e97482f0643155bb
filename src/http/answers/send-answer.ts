import type { FastifyReply } from 'fastify'
import type { Answer } from '../answer.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import { type ResponseHead, sendText } from './response-head.ts'
import { streamBody } from './stream-body.ts'
import { writePieces } from './write-pieces.ts'

type Stream = AsyncIterable<string | Uint8Array>

/** What an answer is sent with. */
interface Sending extends Pick<KeyedRequest, 'coding'> {
  readonly head: ResponseHead
}

const isStream = (body: Answer['body']): body is Stream => typeof body === 'object' && !Array.isArray(body)

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Statuses without a body, of which no length is told: RFC 9110, section 8.6. */
const BARE = new Set([204, 304])

/** An answer of which nothing but the head is sent. */
const sendHead = (reply: FastifyReply, status: number, head: ResponseHead): void => {
  if (reply.raw.req.method !== 'HEAD' && !BARE.has(status)) head.set('Content-Length', '0')
  head.begin(reply, status)
  reply.raw.end()
}

/** Writes what is there in whole, at the pace of the client. */
const sendPieces = async (
  reply: FastifyReply,
  status: number,
  head: ResponseHead,
  body: readonly Uint8Array[],
  portion: number
): Promise<void> => {
  head.set('Content-Length', String(lengthOf(body)))
  head.begin(reply, status)
  await writePieces(body, reply.raw, portion)
}

/** Writes what comes in pieces; until the first of them is there, a failure is still an ordinary error answer. */
const sendStream = async (
  reply: FastifyReply,
  { status, headers, body, isPacked = false }: Answer & { readonly body: Stream },
  { head, coding: codingOf }: Sending,
  { log, times: { portion } }: Services
): Promise<void> => {
  const chunks = body[Symbol.asyncIterator]()
  const first = await chunks.next()
  const coding = isPacked ? undefined : codingOf()
  head.setAll(headers)
  if (coding !== undefined) head.set('Content-Encoding', coding.name)
  head.begin(reply, status)
  const failure = await streamBody(first, chunks, reply.raw, { coder: coding?.coder(), portion })
  if (failure !== undefined) log.error('answer cut off', { request_id: reply.request.id, error: failure.error })
}

/** Sends an answer. What it reads from is freed when it is over: sent, refused or cut off. */
export const sendAnswer = async (
  reply: FastifyReply,
  answer: Answer,
  sending: Sending,
  services: Services
): Promise<void> => {
  const { status, headers, body, close } = answer
  const { head } = sending
  try {
    if (isStream(body) && reply.raw.req.method !== 'HEAD') {
      await sendStream(reply, { ...answer, body }, sending, services)
      return
    }
    head.setAll(headers)
    if (typeof body === 'string') sendText(reply, status, head, body)
    else if (body === undefined || reply.raw.req.method === 'HEAD') sendHead(reply, status, head)
    else if (Array.isArray(body)) await sendPieces(reply, status, head, body, services.times.portion)
  } finally {
    await close?.()
  }
}
