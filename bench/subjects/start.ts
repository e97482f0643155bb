import { greatest } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import type { Sample, Subject } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import { processCost } from '../program/process-cost.ts'
import type { Program } from '../program/program.ts'
import { type Server, serveStore } from '../program/server.ts'
import type { ShelvedStore } from '../program/store-shelf.ts'

const LISTENS = 'until it listens'

/** How long a start took, and until somebody who asks at once has rules. */
const TRIALS: readonly { readonly trial: string; seconds: (server: Server) => Promise<number> }[] = [
  { trial: LISTENS, seconds: async ({ secondsUntilHeard }) => secondsUntilHeard },
  {
    trial: 'until the first 100 rules',
    seconds: async ({ secondsUntilHeard, origin, headers }) => {
      const { milliseconds } = await ask(origin, '/api/v1/iocs/sigma?limit=100', headers)
      return secondsUntilHeard + milliseconds / 1_000
    }
  }
]

/** A server that starts. */
export const start: Subject = {
  name: 'start',
  title: 'Start',
  measures:
    '`sigmill serve` over a store that is full, from the start of the process until it says that it listens, and until the first answer of somebody who asks at once.',
  goal: '< 1 s until it listens',
  profileRounds: 2,
  async run(bench) {
    const size = greatest(bench)
    const stores = new Map<Program, ShelvedStore>()
    for (const program of bench.programs) stores.set(program, await bench.stores.copy(program, size))
    const contestants = TRIALS.flatMap(({ trial, seconds }) =>
      [...stores].map(([program, store]) => ({
        trial,
        unit: 's',
        better: 'less' as const,
        by: program.name,
        isPeer: false,
        async take(): Promise<Sample> {
          const server = await serveStore(program, store)
          const value = await seconds(server)
          const cost = await processCost(server.pid)
          await server.stop()
          if (cost === undefined) return { value }
          return { value, microseconds: cost.processorSeconds * 1e6, peakMB: cost.peakMB }
        }
      }))
    )
    const figures = await inTurn(bench, contestants)
    const listening = figures.filter(({ trial }) => trial === LISTENS)
    return {
      figures,
      verdicts: asSuch(listening, { bound: 'at most', value: 1, unit: 's' }),
      notes: [`Over ${size.toLocaleString('en')} indicators.`]
    }
  }
}
