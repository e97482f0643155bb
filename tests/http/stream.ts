import { request, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'

/** An answer that is read while it comes, and may never end. */
export interface Stream {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Everything that has come, as soon as it has this in it. Rejects when the stream ends before. */
  until(text: string): Promise<string>
  /** Everything, once the stream has ended by itself. Rejects when it is cut off. */
  rest(): Promise<string>
  /** Goes away. */
  leave(): void
}

const streamOf = (incoming: IncomingMessage): Stream => {
  const chunks = incoming.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>
  let text = ''
  const more = async (): Promise<boolean> => {
    const step = await chunks.next()
    if (step.done === true) return false
    text += step.value
    return true
  }
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    async until(wanted) {
      while (!text.includes(wanted)) {
        if (!(await more())) throw new Error(`the stream ended without ${wanted}: ${text}`)
      }
      return text
    },
    async rest() {
      while (await more()) continue
      return text
    },
    leave: () => void incoming.destroy()
  }
}

/** Opens a stream of server-sent events. */
export const openStream = (
  url: string,
  path: string,
  key: string,
  headers: OutgoingHttpHeaders = {}
): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = { authorization: `Bearer ${key}`, accept: 'text/event-stream', ...headers }
    request({ hostname, port, path, headers: sent, agent: false }, (incoming) => resolve(streamOf(incoming)))
      .on('error', reject)
      .end()
  })
