import { JSON_TYPE, type JsonContent } from '../api/content.ts'
import type { Description } from '../api/description.ts'
import type { Written } from '../api/written.ts'

/** An answer, before anything of it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** A stream is not read for HEAD. Whoever gives bytes leaves them as they are from then on. */
  readonly body: string | readonly Uint8Array[] | AsyncIterable<string | Uint8Array> | undefined
  /** Whether a body that streams is packed already, so that no further coding makes it smaller. */
  readonly isPacked?: boolean
  /** Frees what a stream reads from. Called once the answer is over, in whatever way. */
  readonly close?: () => Promise<void>
}

/** Nobody keeps it. */
const jsonAnswer = (status: number, value: object): Answer => ({
  status,
  headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  body: `${JSON.stringify(value)}\n`
})

type Answers = Description['answers']

type ObjectOf<Answered> = Answered extends { readonly content: readonly [JsonContent<infer Schema>] }
  ? Written<Schema> & object
  : never

/** A small JSON answer as a description promises it for a status. */
export const answerJson = <Answered extends Answers, Status extends keyof Answered & number>(
  { answers }: { readonly answers: Answered },
  status: Status,
  value: ObjectOf<Answered[Status]>
): Answer => {
  const answer = jsonAnswer(status, value)
  const type = answers[status]?.content[0]?.type ?? JSON_TYPE
  return { ...answer, headers: { ...answer.headers, 'Content-Type': type } }
}
