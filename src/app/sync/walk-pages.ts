import type { ServerAnswer } from '../../platform/server/ask-server.ts'
import { Problem } from '../../problem/problem.ts'
import { nextLink } from './next-link.ts'
import { unexpectedAnswer } from './server-problem.ts'
import { placeOf, type SyncServer } from './sync-server.ts'

/** What was read of a page, with what its headers say. */
export interface WalkedPage<Body> {
  readonly body: Body
  /** How many rules it was to have at most. */
  readonly limit: number
  /** The link to the page behind it. */
  readonly next: URL | undefined
  readonly nextSince: string | undefined
}

/** How the pages of an answer are read. */
export interface PageReading<Body> {
  readonly accept: string
  /** The first page, with at most so many rules. */
  readonly first: (limit: number) => URL
  readonly limit: number
  readonly readBody: (answer: ServerAnswer, place: string) => Promise<Body>
}

/** The most that an account may ask for at once, where a server refuses more and says so: `1 to 100`. */
const allowedLimit = (error: unknown, limit: number): number | undefined => {
  if (!(error instanceof Problem) || error.details?.['parameter'] !== 'limit') return undefined
  const { allowed } = error.details
  const [, most = ''] = /^1 to ([0-9]{1,9})$/.exec(Array.isArray(allowed) ? String(allowed[0]) : '') ?? []
  return most !== '' && Number(most) < limit ? Number(most) : undefined
}

/** Page after page, as the links lead; a server that allows less at once is asked for less. */
export async function* walkPages<Body>(
  server: SyncServer,
  { accept, first, limit, readBody }: PageReading<Body>
): AsyncGenerator<WalkedPage<Body>> {
  const read = async (url: URL, atMost: number): Promise<WalkedPage<Body>> =>
    server.read(url, accept, async (answer) => ({
      body: await readBody(answer, placeOf(url)),
      limit: atMost,
      next: linkFrom(url, answer),
      nextSince: answer.header('x-next-since')
    }))

  const readFirst = async (): Promise<WalkedPage<Body>> => {
    try {
      return await read(first(limit), limit)
    } catch (error) {
      const most = allowedLimit(error, limit)
      if (most === undefined) throw error
      return read(first(most), most)
    }
  }

  let page = await readFirst()
  yield page
  while (page.next !== undefined) {
    page = await read(page.next, page.limit)
    yield page
  }
}

/** The key goes to the server's own origin only. */
const linkFrom = (url: URL, answer: ServerAnswer): URL | undefined => {
  const link = nextLink(answer.header('link') ?? '')
  if (link === undefined) return undefined
  const target = URL.canParse(link, url.href) ? new URL(link, url) : undefined
  if (target?.origin === url.origin) return target
  throw unexpectedAnswer(placeOf(url), 'links to a next page that is not on the same server')
}
