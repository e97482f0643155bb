import { readLines } from '../../feeds/lines.ts'
import type { ServerAnswer } from '../../platform/server/ask-server.ts'
import { type ChangeEntry, readChangeEntry } from './change-entry.ts'
import { keepRule, MOST_SHOWN, type ReadingParts, type TakenRule, type TakingParts } from './taken.ts'

/** A change whose rule is kept. */
export type TakenChange =
  | { readonly op: 'put'; readonly name: string; readonly rule: TakenRule }
  | { readonly op: 'remove'; readonly name: string; readonly reason: string }

/** The changes of one answer, in order. */
export interface ChangesPage {
  readonly changes: readonly TakenChange[]
  readonly refusals: number
  /** The first of the refused lines, by their places. */
  readonly refused: readonly string[]
}

/** Characters of a line for each of a rule, in which JSON may spell some out. */
const LINE_FACTOR = 4

/** Reads an answer of the changes feed. */
export const readChangePage = async ({ body }: ServerAnswer, parts: ReadingParts): Promise<ChangesPage> => {
  const changes: TakenChange[] = []
  const refused: string[] = []
  let refusals = 0
  for await (const { first, lines } of readLines(decoded(body), LINE_FACTOR * parts.longest)) {
    for (const [index, line] of lines.entries()) {
      if (line === '') continue
      const entry: ChangeEntry =
        typeof line === 'string' ? readChangeEntry(line) : { op: 'none', reason: 'it is too long' }
      if (entry.op !== 'none') {
        changes.push(await takenChange(entry, parts))
        continue
      }
      refusals++
      if (refused.length < MOST_SHOWN) refused.push(`line ${first + index}: ${entry.reason}`)
    }
  }
  return { changes, refusals, refused }
}

const takenChange = async (entry: Exclude<ChangeEntry, { op: 'none' }>, parts: TakingParts): Promise<TakenChange> =>
  entry.op === 'remove'
    ? entry
    : { op: 'put', name: entry.rule.name, rule: await keepRule(entry.rule, entry.reason, parts) }

async function* decoded(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of body) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
