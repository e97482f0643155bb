import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { SlowPlan, SlowRequest } from './slow-plan.ts'

/** What became of one answer: a fault in a sentence, or none. */
export type Ending = 'whole' | 'refused' | { readonly fault: string }

/** An answer whose head is there. */
export interface BegunAnswer {
  /** Takes the body at the pace of the plan until the signal is aborted, then the rest at once. */
  finish(signal: AbortSignal): Promise<Ending>
}

const DOCUMENT_END = Buffer.from('---\n')

const isEndOfDocument = (reference: Buffer, at: number): boolean =>
  at > 0 && (at === reference.length || reference.subarray(at, at + DOCUMENT_END.length).equals(DOCUMENT_END))

const readBody = async (
  answer: IncomingMessage,
  reference: Buffer,
  bytesPerSecond: number,
  signal: AbortSignal
): Promise<Ending> => {
  let at = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (!reference.subarray(at, at + chunk.length).equals(chunk)) return { fault: `other bytes behind byte ${at}` }
    at += chunk.length
    await wait((chunk.length * 1_000) / bytesPerSecond, undefined, { signal }).catch(() => {})
  }
  return isEndOfDocument(reference, at) ? 'whole' : { fault: `an end behind ${at} bytes, within a document` }
}

const drained = async (answer: IncomingMessage): Promise<void> => {
  answer.resume()
  await once(answer, 'end')
}

/** Asks, and waits for the head of the answer. */
export const readSlowly = async (
  { target, headers }: SlowRequest,
  reference: Buffer,
  { origin, bytesPerSecond }: Pick<SlowPlan, 'origin' | 'bytesPerSecond'>
): Promise<BegunAnswer> => {
  const [answer] = (await once(request(`${origin}${target}`, { headers, agent: false }).end(), 'response')) as [
    IncomingMessage
  ]
  return {
    async finish(signal) {
      try {
        if (answer.statusCode === 200) return await readBody(answer, reference, bytesPerSecond, signal)
        await drained(answer)
        const isToldWhen = answer.headers['retry-after'] !== undefined
        if (answer.statusCode === 429 && isToldWhen) return 'refused'
        return { fault: `status ${answer.statusCode}, Retry-After ${answer.headers['retry-after']}` }
      } catch (error) {
        return { fault: String(error) }
      }
    }
  }
}
