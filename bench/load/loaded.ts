import type { Contestant } from '../frame/in-turn.ts'
import type { Sample } from '../frame/subject.ts'
import type { Lane, LoadResult } from './load-plan.ts'
import { runLoad, type TimedPlan } from './run-load.ts'

/** Who is put under load. */
export interface Target {
  readonly by: string
  readonly isPeer: boolean
  readonly origin: string
  readonly pid: number
  readonly lane: Omit<Lane, 'name'>
}

/** How much of its core the generator used at most, for each who was asked. */
export type GeneratorShares = Map<string, number>

/** Measures a server by the load that it answers. */
export const loaded = (
  { by, isPeer, origin, pid, lane }: Target,
  trial: Omit<Contestant, 'by' | 'isPeer' | 'take'>,
  seconds: number,
  shares: GeneratorShares,
  sampleOf: (result: LoadResult) => Sample
): Contestant => ({
  ...trial,
  by,
  isPeer,
  async take() {
    const plan: TimedPlan = {
      origin,
      lanes: [{ ...lane, name: trial.trial }],
      seconds,
      watch: pid
    }
    const result = await runLoad(plan)
    shares.set(by, Math.max(shares.get(by) ?? 0, result.ownShare))
    return sampleOf(result)
  }
})

/** Near this share of a core, the load generator is what was measured. */
const FULL = 0.95

/** Whether the load generator was quick enough. */
export const generatorNotes = (shares: GeneratorShares): readonly string[] =>
  [...shares].map(([by, share]) => {
    const said = `The load generator used at most ${Math.round(share * 100)} % of a core while it asked ${by}`
    return share < FULL ? `${said}.` : `${said}: it may have been the slower of the two.`
  })
