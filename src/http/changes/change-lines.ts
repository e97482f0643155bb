import type { ChangeAnswer } from './change-answer.ts'

/** Changes as JSON lines. */
export async function* changeLines({ lines }: ChangeAnswer): AsyncGenerator<string> {
  for await (const piece of lines) yield piece.map(({ object }) => `${JSON.stringify(object)}\n`).join('')
}
