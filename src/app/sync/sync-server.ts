import type { Clock } from '../../platform/clock.ts'
import { parseRetryAfter } from '../../platform/fetch/retry-after.ts'
import type { Pause } from '../../platform/pause.ts'
import type { AskServer, ServerAnswer } from '../../platform/server/ask-server.ts'
import { printable } from '../../problem/printable.ts'
import { Problem, type ProblemCode } from '../../problem/problem.ts'
import { readEnvelope } from './error-envelope.ts'
import { statusProblem } from './server-problem.ts'

/** A server whose rules are wanted. */
export interface SyncServer {
  /**
   * Asks for a path below `/api/v1/iocs/sigma` and reads a good answer whole; what passes by itself is tried again, with
   * the reading. Throws `server_refused`, `server_unreachable` or `server_unexpected`.
   */
  read<T>(url: URL, accept: string, readAnswer: (answer: ServerAnswer) => Promise<T>): Promise<T>
}

/** What a {@link SyncServer} is asked with. */
export interface SyncServerParts {
  readonly ask: AskServer
  readonly pause: Pause
  readonly clock: Clock
  /** Never shown, also where the server's own words hold it. */
  readonly key: string
  /** How often a request is made again that failed. */
  readonly retries: number
}

const FIRST_DELAY_SECONDS = 1

/** A signal to stop ends the process, which has written nothing yet. */
const NEVER_ABORTED = new AbortController().signal

/** Who is asked to wait longer comes again another time. */
const LONGEST_DELAY_SECONDS = 120

/** What the problems of the network are to who wants the rules. */
const MEANINGS: Partial<Record<ProblemCode, ProblemCode>> = {
  fetch_failed: 'server_unreachable',
  fetch_timeout: 'server_unreachable',
  fetch_truncated: 'server_unreachable',
  fetch_refused: 'server_refused',
  fetch_too_large: 'server_unexpected'
}

/** The server as messages show it. */
export const placeOf = (url: URL): string => printable(`${url.origin}${url.pathname}`)

/** Opens the way to a server. Nothing is asked yet. */
export const openSyncServer = ({ ask, pause, clock, key, retries }: SyncServerParts): SyncServer => {
  const failureOf = async (url: URL, answer: ServerAnswer): Promise<Problem> =>
    statusProblem({
      place: placeOf(url),
      status: answer.status,
      envelope: await readEnvelope(answer, key),
      retryAfter: parseRetryAfter(answer.header('retry-after') ?? '', clock.now())
    })

  const once = async <T>(url: URL, accept: string, read: (answer: ServerAnswer) => Promise<T>): Promise<T> => {
    const headers = [
      { name: 'Accept', value: accept },
      { name: 'Authorization', value: `Bearer ${key}` }
    ]
    const answer = await ask({ url, headers })
    try {
      if (answer.status === 200) return await read(answer)
      throw await failureOf(url, answer)
    } finally {
      await answer.close()
    }
  }

  return {
    async read(url, accept, read) {
      for (let failures = 0; ; failures++) {
        try {
          return await once(url, accept, read)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          const problem = meaningOf(error, key)
          const delay = failures < retries ? delayAfter(problem, failures) : undefined
          if (delay === undefined) throw problem
          await pause(delay * 1_000, NEVER_ABORTED)
        }
      }
    }
  }
}

const meaningOf = (problem: Problem, key: string): Problem => {
  const { details, cause } = problem
  const message = problem.message.replaceAll(key, '[key]')
  return new Problem(MEANINGS[problem.code] ?? problem.code, message, {
    ...(details === undefined ? {} : { details }),
    cause
  })
}

/** Seconds until a request is made again; `undefined` where that is of no use. */
const delayAfter = ({ code, details = {} }: Problem, failures: number): number | undefined => {
  if (code !== 'server_unreachable') return undefined
  const { retryAfter } = details
  if (typeof retryAfter !== 'number') return FIRST_DELAY_SECONDS * 2 ** failures
  return retryAfter <= LONGEST_DELAY_SECONDS ? retryAfter : undefined
}
