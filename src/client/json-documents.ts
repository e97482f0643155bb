import type { Content } from '../api/content.ts'

/** The lines of a stream of UTF-8, without their ends. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The document in a line of JSON lines, or of server-sent events, if there is one. */
const documentIn = (line: string, form: Content['form']): string => {
  if (form === 'lines') return line
  return line.startsWith('data:') ? line.slice('data:'.length) : ''
}

/** The JSON documents of a body, one after the other. Every event of a sigmill server has one line of data. */
export async function* jsonDocuments(body: ReadableStream<Uint8Array>, form: Content['form']): AsyncGenerator {
  for await (const line of linesOf(body)) {
    const document = documentIn(line, form).trim()
    if (document !== '') yield JSON.parse(document)
  }
}
