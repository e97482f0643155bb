import type { Instant } from '../../indicator/time.ts'
import type { ChangeRange, ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { ChangeCursor } from './change-cursor.ts'
import { type ChangeLine, lineOf, putLine } from './change-line.ts'
import { changesAfter } from './changes-after.ts'

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

const ROWS_PER_READ = 500

/** What lives up to the start, oldest change first. */
async function* livingLines(
  view: ReadView,
  { filters, from: { position, start } }: ChangePageRequest
): AsyncGenerator<ChangeLine> {
  const range: ChangeRange = {
    filter: {
      kinds: filters.kinds,
      confidences: filters.confidences,
      industries: filters.industries,
      lastSeenFrom: undefined
    },
    order: 'oldest-first',
    after: position,
    orLastSeenAfter: undefined,
    asOf: undefined
  }
  let behind: Instant | undefined
  for (;;) {
    const page = await view.changeKeys(range, ROWS_PER_READ, behind)
    const keys = page.filter(({ changed, withheld }) => changed <= start && !withheld)
    for (const indicator of await view.indicators(keys)) yield putLine(indicator, 'new')
    behind = page.at(-1)?.changed
    if (page.length < ROWS_PER_READ || behind === undefined || behind >= start) return
  }
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
  if (position < start) yield* livingLines(view, request)
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
