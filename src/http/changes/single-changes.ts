import type { Changes, ChangesRequest } from '../../app/changes/changes.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import type { ChangeAnswer, ReadChanges, SentChange } from './change-answer.ts'
import { changeObject } from './change-object.ts'

const LINES_AT_ONCE = 250

/** The changes feed of single rules. What an answer hands out is noted when its lines are begun. */
export const singleChanges =
  (
    request: Omit<ChangesRequest, 'cursor'>,
    { handOut }: Pick<KeyedRequest, 'handOut'>,
    { changes }: Pick<Services, 'changes'>
  ): ReadChanges =>
  async (cursor) => {
    const feed = await changes()
    const answer = await feed.read({ ...request, cursor })
    const { isEmpty, nextCursor, position } = answer
    const nextSince = reached(request, answer)
    return { isEmpty, nextCursor, position, nextSince, lines: sentLines(answer, handOut), close: async () => {} }
  }

const reached = ({ filters }: Pick<ChangesRequest, 'filters'>, answer: Changes): ChangeAnswer['nextSince'] => {
  const { lines, isLast, position } = answer
  return filters.since === undefined || isLast ? position : (lines.at(-1)?.at ?? position)
}

async function* sentLines(
  { lines, write }: Changes,
  handOut: KeyedRequest['handOut']
): AsyncGenerator<readonly SentChange[]> {
  handOut(lines.length)
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
    yield lines.slice(start, start + LINES_AT_ONCE).map((line) => {
      const written = write(line)
      return { op: written.op, cursor: written.cursor, object: changeObject(written) }
    })
  }
}
