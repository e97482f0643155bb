/** An answer, before anything of it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** A stream is not touched for HEAD. */
  readonly body: string | AsyncIterable<string | Uint8Array> | undefined
  /** Whether a body that streams is packed already, so that no further coding makes it smaller. */
  readonly isPacked?: boolean
  /** Frees what a stream reads from. Called once the answer is over, in whatever way. */
  readonly close?: () => Promise<void>
}

/** A small JSON answer that nobody keeps. */
export const jsonAnswer = (status: number, value: object): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: `${JSON.stringify(value)}\n`
})
