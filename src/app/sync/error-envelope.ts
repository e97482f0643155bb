import { recordField, recordOf, textField, textListField } from '../../feeds/json/members.ts'
import { parseJson } from '../../feeds/json/parse-json.ts'
import type { ServerAnswer } from '../../platform/server/ask-server.ts'

/** What a server says of a failure. All of it is hostile text. */
export interface ErrorEnvelope {
  readonly code: string | undefined
  readonly message: string | undefined
  readonly requestId: string | undefined
  /** The parameter that it refuses, and what it allows. */
  readonly parameter: string | undefined
  readonly allowed: readonly string[]
}

const MOST_BYTES = 65_536

/** Reads the error envelope of an answer, without the key in it; one without members where the body is none. */
export const readEnvelope = async ({ body }: Pick<ServerAnswer, 'body'>, key: string): Promise<ErrorEnvelope> => {
  const error = recordField(recordOf(parseJson(await beginningOf(body))?.value), 'error')
  const details = recordField(error, 'details')
  const words = (name: string): string | undefined => textField(error, name)?.replaceAll(key, '[key]')
  return {
    code: words('code'),
    message: words('message'),
    requestId: words('request_id'),
    parameter: textField(details, 'parameter'),
    allowed: textListField(details, 'allowed')
  }
}

/** A body that breaks off or is too long says what came of it. */
const beginningOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true })
      size += chunk.length
      if (size > MOST_BYTES) break
    }
  } catch {
    return text
  }
  return text
}
