import { type Content, mediaTypeOf } from '../api/content.ts'
import type { Description } from '../api/description.ts'
import { jsonDocuments } from './json-documents.ts'
import { nextTarget } from './next-target.ts'
import { type Refusal, refusalOf } from './refusal.ts'

/** An answer as it was described, and what its body is then known to be. */
export interface ReadAnswer {
  readonly ok: true
  readonly status: number
  readonly headers: Headers
  readonly etag: string | undefined
  readonly next: string | undefined
  readonly form: 'none' | 'json' | 'lines' | 'text' | 'bytes'
  readonly body: unknown
}

type Read = Pick<ReadAnswer, 'form' | 'body'>

const NOTHING: Read = { form: 'none', body: undefined }

const readAs = async ({ form }: Content, response: Response): Promise<Read> => {
  switch (form) {
    case 'json':
      return { form, body: await response.json() }
    case 'lines':
    case 'events':
      return response.body === null
        ? { form: 'lines', body: [] }
        : { form: 'lines', body: jsonDocuments(response.body, form) }
    case 'text':
      return { form, body: await response.text() }
    case 'bytes':
      return { form, body: response.body }
  }
}

const contentOf = (contents: readonly Content[], { headers }: Response): Content | undefined => {
  const type = mediaTypeOf({ type: headers.get('content-type') ?? '' })
  return contents.find((content) => mediaTypeOf(content) === type)
}

/** Reads the answer to a target in the form in which it is described; whatever is not described is a refusal. */
export const readAnswer = async (
  described: Description,
  target: string,
  response: Response
): Promise<ReadAnswer | Refusal> => {
  const { status, headers } = response
  const contents = described.answers[status]?.content
  const content = contents === undefined ? undefined : contentOf(contents, response)
  if (contents === undefined || (contents.length > 0 && content === undefined)) {
    return refusalOf(response, await response.text())
  }
  const etag = headers.get('etag') ?? undefined
  const read = content === undefined ? NOTHING : await readAs(content, response)
  const next = nextTarget(described, target, headers, read.body)
  return { ok: true, status, headers, etag, next, ...read }
}
