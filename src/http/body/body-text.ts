import type { IncomingMessage } from 'node:http'
import { LONGEST_BODY } from '../../api/bodies/bounds.ts'
import { figure } from '../../indicator/figure.ts'
import { Problem } from '../../problem/problem.ts'

export const BODY_TOO_LONG = `The request body is longer than ${figure(LONGEST_BODY)} bytes.`

const BODY_BROKEN = 'body-broken'

/** Requests whose body will never be whole, with the reason; that may come out before anybody reads it. */
const broken = new WeakMap<IncomingMessage, Problem>()

/** Tells whoever reads the body of a request, or is going to, that it will never be whole. */
export const breakBody = (request: IncomingMessage, reason: Problem): void => {
  broken.set(request, reason)
  request.emit(BODY_BROKEN, reason)
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const decode = (chunks: readonly Buffer[]): string => {
  try {
    return utf8.decode(Buffer.concat(chunks))
  } catch {
    throw new Problem('invalid_parameter', 'The request body is not UTF-8.')
  }
}

const readChunks = (request: IncomingMessage, onTooLong: () => void): Promise<readonly Buffer[]> =>
  new Promise((resolve, reject) => {
    const reason = broken.get(request)
    if (reason !== undefined) reject(reason)
    const chunks: Buffer[] = []
    let length = 0
    // What comes behind the limit is read and dropped.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= LONGEST_BODY) chunks.push(chunk)
      else {
        onTooLong()
        reject(new Problem('request_too_large', BODY_TOO_LONG))
      }
    })
    request.once('end', () => resolve(chunks))
    request.once(BODY_BROKEN, reject)
    request.once('close', () => reject(new Problem('timeout', 'The request body did not arrive whole.')))
  })

/** The body of a request as text. Throws `request_too_large`, `timeout` or `invalid_parameter`. */
export const readBodyText = async (request: IncomingMessage, onTooLong: () => void): Promise<string> =>
  decode(await readChunks(request, onTooLong))
