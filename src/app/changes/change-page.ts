import type { Instant } from '../../indicator/time.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { ChangeCursor } from './change-cursor.ts'
import { type ChangeLine, lineOf, putLine } from './change-line.ts'
import { changesAfter } from './changes-after.ts'
import { livingUntil } from './living-until.ts'

/** What a page of the changes feed is cut by. */
export interface ChangePageRequest {
  readonly filters: Filters
  readonly limit: number
  readonly from: ChangeCursor
}

/** A part of the changes feed. */
export interface ChangePage {
  readonly lines: readonly ChangeLine[]
  /** Where the next page goes on. */
  readonly next: ChangeCursor
  /** Whether the page reaches to the newest change. */
  readonly isLast: boolean
}

/** Every change behind a position. */
async function* changedLines(
  view: ReadView,
  { filters }: ChangePageRequest,
  after: Instant
): AsyncGenerator<ChangeLine> {
  for await (const change of changesAfter(view, filters.kinds, after)) {
    const line = lineOf(change, filters)
    if (line !== undefined) yield line
  }
}

async function* linesFrom(view: ReadView, request: ChangePageRequest): AsyncGenerator<ChangeLine> {
  const { position, start } = request.from
  if (position < start) {
    for await (const indicator of livingUntil(view, request.filters, request.from)) yield putLine(indicator, 'new')
  }
  yield* changedLines(view, request, Math.max(position, start))
}

/**
 * Cuts a page: first what lives, for a client that starts with nothing, then every change since. No position is passed
 * over: a page that ends goes on exactly behind its last line, or at the newest change.
 */
export const cutChangePage = async (view: ReadView, request: ChangePageRequest): Promise<ChangePage> => {
  const { limit, from } = request
  const lines: ChangeLine[] = []
  for await (const line of linesFrom(view, request)) {
    if (lines.length === limit) {
      return { lines, next: { position: lines.at(-1)?.at ?? from.position, start: from.start }, isLast: false }
    }
    lines.push(line)
  }
  const position = Math.max(view.state.position, from.position)
  return { lines, next: { position, start: from.start }, isLast: true }
}
