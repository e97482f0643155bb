import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** An answer that was read to its end. */
export interface Asked {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** From the request to the last byte. */
  readonly milliseconds: number
}

/** Asks for a target over a connection of its own. Throws when the answer is an error. */
export const ask = (origin: string, target: string, headers: Readonly<Record<string, string>>): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    request(`${origin}${target}`, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const milliseconds = performance.now() - began
        const status = answer.statusCode ?? 0
        const body = Buffer.concat(chunks)
        if (status >= 400) reject(new Error(`${target} was answered with ${status}: ${body.toString()}`))
        else resolve({ status, headers: answer.headers, body, milliseconds })
      })
    })
      .once('error', reject)
      .end()
  })

/** The target of the next page, which an answer of several names. */
export const nextTarget = ({ headers }: Asked): string | undefined =>
  /<([^>]*)>; rel="next"/.exec(String(headers['link'] ?? ''))?.[1]
