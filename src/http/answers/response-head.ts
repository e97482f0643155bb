import type { FastifyReply } from 'fastify'
import type { SetHeader } from './set-header.ts'

/** Headers of an answer, gathered until it is sent. */
export class ResponseHead {
  /** Names and values in turn, as Node writes them. */
  readonly #lines: string[] = []

  has(name: string): boolean {
    return this.#placeOf(name) < this.#lines.length
  }

  /** Sets a header, in the place of another of its name. */
  readonly set: SetHeader = (name, value) => {
    const place = this.#placeOf(name)
    this.#lines[place] = name
    this.#lines[place + 1] = value
  }

  setAll(headers: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(headers)) this.set(name, value)
  }

  /** Takes an answer out of Fastify's hands, which would write its headers anew, and begins it. */
  begin(reply: FastifyReply, status: number): void {
    reply.hijack()
    reply.raw.writeHead(status, this.#lines)
  }

  #placeOf(name: string): number {
    let place = 0
    while (place < this.#lines.length && this.#lines[place] !== name) place += 2
    return place
  }
}

/** The headers of every answer, and of one behind which the connection ends. */
export const headFor = ({ id, raw }: Pick<FastifyReply['request'], 'id' | 'raw'>): ResponseHead => {
  const head = new ResponseHead()
  head.set('X-Request-Id', id)
  head.set('X-Content-Type-Options', 'nosniff')
  // Behind an Upgrade, Node drops what came in the same packet.
  if (raw.headers.upgrade !== undefined) head.set('Connection', 'close')
  return head
}

/** Sends an answer whose body is a text. */
export const sendText = (reply: FastifyReply, status: number, head: ResponseHead, text: string): void => {
  head.set('Content-Length', String(Buffer.byteLength(text)))
  head.begin(reply, status)
  reply.raw.end(text)
}
