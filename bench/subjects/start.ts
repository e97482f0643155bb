import { greatest } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import type { Subject } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { processCost } from '../program/process-cost.ts'
import { serveStore } from '../program/server.ts'

/** A server that starts. */
export const start: Subject = {
  name: 'start',
  title: 'Start',
  measures: '`sigmill serve` over a store that is full, from the start of the process until it says that it listens.',
  goal: '< 1 s',
  async run(bench) {
    const size = greatest(bench)
    const contestants = bench.programs.map((program) => ({
      trial: `${size.toLocaleString('en')} indicators`,
      unit: 's',
      better: 'less' as const,
      by: program.name,
      isPeer: false,
      async take() {
        const server = await serveStore(program, await bench.stores.take(program, size))
        const cost = await processCost(server.pid)
        await server.stop()
        return {
          value: server.secondsUntilHeard,
          ...(cost === undefined ? {} : { microseconds: cost.processorSeconds * 1e6, peakMiB: cost.peakMiB })
        }
      }
    }))
    const figures = await inTurn(bench, contestants)
    return { figures, verdicts: asSuch(figures, { bound: 'at most', value: 1, unit: 's' }), notes: [] }
  }
}
