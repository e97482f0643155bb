import { Problem } from '../../problem/problem.ts'
import { longestRule, requireGrouped } from './grouped-answer.ts'
import { readRulePage, type RulePage } from './read-rule-page.ts'
import { unexpectedAnswer } from './server-problem.ts'
import { pageUrl, type SyncRequest } from './sync-request.ts'
import { placeOf, type SyncServer } from './sync-server.ts'
import { refusalNote, type Taken, type TakenRule, type TakingParts } from './taken.ts'
import { type WalkedPage, walkPages } from './walk-pages.ts'

const YAML = 'application/yaml, text/yaml;q=0.9, */*;q=0.1'

/** What has come so far. */
interface Harvest {
  readonly rules: Map<string, TakenRule>
  readonly notes: string[]
  pages: number
  isRefusing: boolean
}

/** Adds a page, of which later rules count. */
const gather = (harvest: Harvest, { body, next }: WalkedPage<RulePage>): void => {
  let isNew = false
  for (const [name, rule] of body.rules) {
    isNew ||= harvest.rules.get(name)?.digest !== rule.digest
    harvest.rules.set(name, rule)
  }
  harvest.pages++
  if (body.refusals > 0) {
    harvest.isRefusing = true
    harvest.notes.push(refusalNote(body.refused, body.refusals))
  }
  if (body.repeated > 0) harvest.notes.push(`${body.repeated} rules have the id of a later one, which counts.`)
  if (next !== undefined && !isNew) {
    throw unexpectedAnswer(placeOf(next), 'links from page to page without bringing anything new')
  }
}

/**
 * Takes all rules from the export of any server. The answer is complete when its links were followed to the end, or when
 * it holds fewer rules than were asked for. Of a server that says `X-Next-Since` it is known that it links.
 */
export const takeExport = async (server: SyncServer, request: SyncRequest, parts: TakingParts): Promise<Taken> => {
  const harvest: Harvest = { rules: new Map(), notes: [], pages: 0, isRefusing: false }

  const pagesFrom = (parameters: Readonly<Record<string, string>>): AsyncGenerator<WalkedPage<RulePage>> =>
    walkPages(server, {
      accept: YAML,
      limit: request.pageSize,
      first: (limit) => pageUrl(request, '', { ...parameters, limit: String(limit) }),
      readBody: async (answer, place) => {
        requireGrouped(answer, request, place)
        return readRulePage(answer, place, { ...parts, longest: longestRule(request) })
      }
    })

  const walk = async (): Promise<boolean> => {
    let last: WalkedPage<RulePage> | undefined
    let since: string | undefined
    for await (const page of pagesFrom({})) {
      since ??= page.nextSince
      last = page
      gather(harvest, page)
    }
    if (harvest.pages > 1) {
      // What changes while a walk goes on moves before its beginning, where a poll finds it.
      if (since !== undefined) for await (const page of pagesFrom({ since })) gather(harvest, page)
      return true
    }
    return since !== undefined || (last !== undefined && last.body.documents < last.limit)
  }

  const isComplete = await completed(walk, harvest)
  const { rules, notes, isRefusing } = harvest
  return { rules, gone: new Map(), extent: isComplete && !isRefusing ? 'everything' : 'part', cursor: undefined, notes }
}

/** Whether a walk was complete. What came before it broke off counts; without a page there is only the failure. */
const completed = async (walk: () => Promise<boolean>, harvest: Harvest): Promise<boolean> => {
  const { rules, notes } = harvest
  try {
    if (await walk()) return true
    notes.push(`The server gave ${rules.size} rules, as many as it was asked for, and no link to others there may be.`)
  } catch (error) {
    if (!(error instanceof Problem) || harvest.pages === 0) throw error
    notes.push(error.message)
  }
  return false
}
