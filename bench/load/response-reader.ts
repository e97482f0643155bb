/** What is known of an answer once it is over. */
export interface ReadResponse {
  readonly status: number
  /** Status line and headers. */
  readonly head: string
}

const HEAD_END = '\r\n\r\n'
const LINE_END = '\r\n'
const NOTHING = Buffer.alloc(0)

const bodyLength = (status: number, head: string): number | 'chunked' => {
  if (status === 204 || status === 304) return 0
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return 'chunked'
  return Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
}

/**
 * Finds where answers of HTTP/1.1 end on one connection (RFC 9112, sections 6 and 7), and looks at nothing else in their
 * bodies. Trailers are not expected.
 */
export class ResponseReader {
  readonly #onEnd: (response: ReadResponse) => void
  #held: Buffer = NOTHING
  #response: ReadResponse | undefined
  /** Bytes of the body, or of one chunk with its line end, that are still to come. */
  #left = 0
  #isChunked = false
  #isLastChunk = false

  constructor(onEnd: (response: ReadResponse) => void) {
    this.#onEnd = onEnd
  }

  /** Takes what came in, in any pieces. */
  feed(data: Buffer): void {
    let rest = this.#held.length === 0 ? data : Buffer.concat([this.#held, data])
    this.#held = NOTHING
    while (rest.length > 0) {
      const used = this.#step(rest)
      if (used === 0) {
        this.#held = rest
        return
      }
      rest = rest.subarray(used)
    }
  }

  /** Reads what it can of the bytes; 0 when more of them are needed. */
  #step(bytes: Buffer): number {
    if (this.#left > 0) return this.#skip(bytes)
    return this.#response === undefined ? this.#readHead(bytes) : this.#readChunkSize(bytes)
  }

  #skip(bytes: Buffer): number {
    const used = Math.min(this.#left, bytes.length)
    this.#left -= used
    if (this.#left === 0 && (!this.#isChunked || this.#isLastChunk)) this.#end()
    return used
  }

  #readHead(bytes: Buffer): number {
    const end = bytes.indexOf(HEAD_END)
    if (end < 0) return 0
    const head = bytes.toString('latin1', 0, end)
    const status = Number(head.slice(9, 12))
    const length = bodyLength(status, head)
    this.#response = { status, head }
    this.#isChunked = length === 'chunked'
    this.#isLastChunk = false
    this.#left = length === 'chunked' ? 0 : length
    if (length === 0) this.#end()
    return end + HEAD_END.length
  }

  #readChunkSize(bytes: Buffer): number {
    const end = bytes.indexOf(LINE_END)
    if (end < 0) return 0
    const size = Number.parseInt(bytes.toString('latin1', 0, end), 16)
    this.#isLastChunk = size === 0
    this.#left = size + LINE_END.length
    return end + LINE_END.length
  }

  #end(): void {
    const response = this.#response
    this.#response = undefined
    if (response !== undefined) this.#onEnd(response)
  }
}
