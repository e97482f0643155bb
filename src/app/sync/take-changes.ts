import { Problem } from '../../problem/problem.ts'
import { longestRule, requireGrouped } from './grouped-answer.ts'
import { type ChangesPage, readChangePage, type TakenChange } from './read-change-page.ts'
import { unexpectedAnswer } from './server-problem.ts'
import { pageUrl, type SyncRequest } from './sync-request.ts'
import { placeOf, type SyncServer } from './sync-server.ts'
import { refusalNote, type Taken, type TakenRule, type TakingParts } from './taken.ts'
import { walkPages, type WalkedPage } from './walk-pages.ts'

const JSON_LINES = 'application/x-ndjson'

/** A server without a changes feed, or a cursor that leads no further. */
export type NoChanges = 'no feed' | 'expired'

/** What has come so far. */
interface Harvest {
  readonly rules: Map<string, TakenRule>
  readonly gone: Map<string, string>
  readonly notes: string[]
  /** Where the feed goes on behind the last page. */
  cursor: string | undefined
  isRefusing: boolean
}

/**
 * Takes what changed since a cursor, or everything where there is none: page after page, until nothing new comes. A cursor
 * of other filters, or one that another key gave, counts as expired.
 */
export const takeChanges = async (
  server: SyncServer,
  request: SyncRequest,
  cursor: string | undefined,
  parts: TakingParts
): Promise<Taken | NoChanges> => {
  const harvest: Harvest = { rules: new Map(), gone: new Map(), notes: [], cursor: undefined, isRefusing: false }
  const result = (extent: Taken['extent']): Taken => {
    const { rules, gone, notes } = harvest
    return { rules, gone, notes, extent, cursor: harvest.cursor }
  }
  try {
    await gatherAll(harvest, changePages(server, request, cursor, parts))
  } catch (error) {
    const found = noChanges(error)
    if (found === 'expired' || (found !== undefined && harvest.cursor === undefined)) return found
    if (!(error instanceof Problem) || harvest.cursor === undefined) throw error
    harvest.notes.push(error.message)
    return result('part')
  }
  if (harvest.isRefusing) return result('part')
  return result(cursor === undefined ? 'everything' : 'changes')
}

const changePages = (
  server: SyncServer,
  request: SyncRequest,
  cursor: string | undefined,
  parts: TakingParts
): AsyncGenerator<WalkedPage<ChangesPage>> =>
  walkPages(server, {
    accept: JSON_LINES,
    limit: request.pageSize,
    first: (limit) =>
      pageUrl(request, '/changes', {
        // Answers about grouped rules are never cut.
        ...(request.group === undefined ? { limit: String(limit) } : {}),
        ...(cursor === undefined ? {} : { cursor })
      }),
    readBody: async (answer, place) => {
      if (answer.header('content-type')?.startsWith(JSON_LINES) !== true) throw otherAnswer()
      requireGrouped(answer, request, place)
      return readChangePage(answer, { ...parts, longest: longestRule(request) })
    }
  })

/** Some servers answer every path with something. */
const otherAnswer = (): Problem =>
  new Problem('server_refused', 'The server has no changes feed.', { details: { status: 404 } })

/** What an answer was that brought no changes; `undefined` where it was a failure like any other. */
const noChanges = (error: unknown): NoChanges | undefined => {
  if (!(error instanceof Problem) || error.code !== 'server_refused') return undefined
  const { status, code, parameter } = error.details ?? {}
  if (status === 404 || status === 405 || (status === 403 && code === 'tier_required')) return 'no feed'
  return status === 410 || (status === 400 && parameter === 'cursor') ? 'expired' : undefined
}

const gatherAll = async (harvest: Harvest, pages: AsyncIterable<WalkedPage<ChangesPage>>): Promise<void> => {
  for await (const { body, next } of pages) {
    const { changes, refusals, refused } = body
    for (const change of changes) gather(harvest, change)
    if (refusals > 0) {
      harvest.isRefusing = true
      harvest.notes.push(refusalNote(refused, refusals))
    }
    const isEmpty = changes.length + refusals === 0
    harvest.cursor = cursorIn(next, isEmpty ? undefined : harvest.cursor)
    if (isEmpty) return
  }
}

/** Of several changes of one rule the last counts. */
const gather = ({ rules, gone }: Harvest, change: TakenChange): void => {
  if (change.op === 'put') {
    rules.set(change.name, change.rule)
    gone.delete(change.name)
  } else {
    rules.delete(change.name)
    gone.set(change.name, change.reason)
  }
}

/** Where the feed goes on: from a page that brings something, not where it went on `before`. */
const cursorIn = (next: URL | undefined, before: string | undefined): string => {
  const cursor = next?.searchParams.get('cursor') ?? undefined
  if (next === undefined || cursor === undefined) {
    throw new Problem('server_unexpected', 'The changes feed of the server gives no cursor to go on from.')
  }
  if (cursor !== before) return cursor
  throw unexpectedAnswer(placeOf(next), 'brings the same changes again and again')
}
