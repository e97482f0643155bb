import { greatest } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import { MOST_LONG_ROUNDS } from '../frame/rounds.ts'
import type { Subject } from '../frame/subject.ts'
import { ask } from '../load/ask.ts'
import { answersSample } from '../load/load-sample.ts'
import { type GeneratorShares, generatorNotes, loaded } from '../load/loaded.ts'
import type { Program } from '../program/program.ts'
import { placesFor } from '../program/places-for.ts'
import { type Server, serveStore } from '../program/server.ts'

const PATH = '/api/v1/iocs/sigma'
const READERS = [1, 8, 64, 256] as const
const MOST = 300

/** What readers ask for, each again as soon as it is answered. */
interface Request {
  readonly trial: string
  /** Of the server's memory for exports that are given again; its own where nothing is said. */
  readonly variables: Readonly<Record<string, string>>
  readonly target: (since: string) => string
}

const REQUESTS: readonly Request[] = [
  { trial: 'empty since', variables: {}, target: (since) => `${PATH}?since=${encodeURIComponent(since)}` },
  { trial: '1,000 rules from memory', variables: {}, target: () => `${PATH}?limit=1000` },
  {
    trial: '1,000 rules from the store',
    variables: { SIGMILL_LIMITS_KEPT_MEBIBYTES: '0' },
    target: () => `${PATH}?limit=1000`
  }
]

const newestOf = async ({ origin, headers }: Server): Promise<string> =>
  String((await ask(origin, `${PATH}?limit=1`, headers)).headers['x-next-since'])

/** What many readers cost. */
export const readers: Subject = {
  name: 'readers',
  title: 'Cost by readers',
  measures:
    'Answers a second to 1, 8, 64 and 256 readers at once, each of which asks again as soon as it is answered: polls that find nothing new, and exports of 1,000 rules, given from memory and read from the store.',
  goal: 'stated',
  across: 'readers',
  profileRounds: 0,
  async run(bench) {
    const shares: GeneratorShares = new Map()
    const running: Server[] = []
    const serve = async (program: Program, { variables }: Request): Promise<Server> => {
      const store = await bench.stores.copy(program, greatest(bench))
      const server = await serveStore(program, store, { ...placesFor(MOST), ...variables })
      running.push(server)
      return server
    }
    const contestants: Contestant[] = []
    try {
      for (const request of REQUESTS) {
        for (const program of bench.programs) {
          const server = await serve(program, request)
          const target = request.target(await newestOf(server))
          for (const connections of READERS) {
            const lane = { connections, target, headers: server.headers }
            const trial = { trial: request.trial, size: connections, unit: 'answers/s', better: 'more' } as const
            const whom = { by: program.name, isPeer: false, origin: server.origin, pid: server.pid, lane }
            contestants.push(loaded(whom, trial, bench.seconds, shares, answersSample))
          }
        }
      }
      const figures = await inTurn(
        { ...bench, rounds: Math.min(bench.rounds, MOST_LONG_ROUNDS), warmsUp: false },
        contestants
      )
      return { figures, verdicts: [], notes: generatorNotes(shares) }
    } finally {
      for (const server of running) await server.stop()
    }
  }
}
