import { type Bench, greatest } from '../frame/bench.ts'
import { figureOf, type RoundsOf, takeRounds } from '../frame/rounds.ts'
import type { Findings, Subject } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import type { LaneResult, LoadPlan } from '../load/load-plan.ts'
import { loadDuring } from '../load/run-load.ts'
import type { Program } from '../program/program.ts'
import { type Server, serveStore } from '../program/server.ts'
import { untilIdle } from '../program/until-idle.ts'
import type { Work } from '../work/work.ts'
import { WORKS } from '../work/works.ts'

const PATH = '/api/v1/iocs/sigma'
const POLLS = 'polls'
const EXPORTS = 'exports'
const POLLING = 60
const EXPORTING = 4
/** A place for each connection, though all of them use one key. */
const PLACES = {
  SIGMILL_LIMITS_MAX_CONCURRENT_EXPORTS: '64',
  SIGMILL_LIMITS_MAX_EXPORTS_PER_ACCOUNT: '64',
  SIGMILL_LIMITS_MAX_EXPORTS_PER_KEY: '64'
}
/** What one work under load gave: of each lane, and how long the work took. */
interface Round {
  readonly lanes: readonly LaneResult[]
  readonly seconds: number
}

const planFor = async ({ origin, headers, pid }: Server, warmUpSeconds: number): Promise<LoadPlan> => {
  const latest = await ask(origin, `${PATH}?limit=1`, headers)
  const since = String(latest.headers['x-next-since'])
  return {
    origin,
    warmUpSeconds,
    watch: pid,
    lanes: [
      { name: POLLS, connections: POLLING, target: `${PATH}?since={since}`, since, headers },
      { name: EXPORTS, connections: EXPORTING, target: `${PATH}?limit=10{number}`, headers }
    ]
  }
}

const workUnderLoad = async (bench: Bench, program: Program, work: Work): Promise<Round> => {
  const size = greatest(bench)
  const store = await bench.stores.copy(program, size)
  const { go, check } = await work.prepare({ program, store, size })
  const server = await serveStore(program, store, PLACES)
  try {
    await untilIdle(server.pid)
    let seconds = Number.NaN
    const { lanes } = await loadDuring(await planFor(server, bench.seconds), async () => {
      const began = performance.now()
      await go()
      seconds = (performance.now() - began) / 1_000
    })
    await check?.()
    return { lanes, seconds }
  } finally {
    await server.stop()
  }
}

const ofLane =
  (name: string, figure: 'answers' | 'errors' | 'p50' | 'p99' | 'longest') =>
  ({ lanes }: Round): number =>
    lanes.find((lane) => lane.name === name)?.[figure] ?? Number.NaN

/** What went wrong, by status. */
const errorNotes = (rounds: RoundsOf<Round>, work: string): readonly string[] =>
  [...rounds.values()]
    .flat()
    .flatMap(({ lanes }) => lanes)
    .filter(({ errors }) => errors > 0)
    .map(({ name, errorsBy }) => `${work}, errors of ${name}: ${JSON.stringify(errorsBy)}`)

const MS = { unit: 'ms', better: 'less' } as const

const findingsOf = (rounds: RoundsOf<Round>, { name }: Work): Findings => {
  const trial = (what: string): string => `${what}, ${name}`
  const slowest = figureOf(rounds, { ...MS, trial: trial('poll, p99') }, ofLane(POLLS, 'p99'))
  const errors = figureOf(
    rounds,
    { trial: trial('errors'), unit: 'answers', better: 'less' },
    (round) => ofLane(POLLS, 'errors')(round) + ofLane(EXPORTS, 'errors')(round)
  )
  const others = [
    ...figureOf(rounds, { ...MS, trial: trial('poll, p50') }, ofLane(POLLS, 'p50')),
    ...figureOf(rounds, { ...MS, trial: trial('poll, longest') }, ofLane(POLLS, 'longest')),
    ...figureOf(rounds, { ...MS, trial: trial('export of 1,000 rules, p50') }, ofLane(EXPORTS, 'p50')),
    ...figureOf(rounds, { ...MS, trial: trial('export of 1,000 rules, p99') }, ofLane(EXPORTS, 'p99')),
    ...figureOf(rounds, { trial: trial('polls'), unit: 'answers', better: 'more' }, ofLane(POLLS, 'answers')),
    ...figureOf(rounds, { trial: trial('the work itself'), unit: 's', better: 'less' }, ({ seconds }) => seconds)
  ]
  return {
    figures: [...slowest, ...errors, ...others],
    verdicts: [
      ...asSuch(slowest, { bound: 'at most', value: 100, unit: 'ms' }),
      ...asSuch(errors, { bound: 'at most', value: 0, unit: 'answers' }, 'worst')
    ],
    notes: errorNotes(rounds, name)
  }
}

/** Polls and exports while another process is at work on the store. */
export const underLoad: Subject = {
  name: 'under-load',
  title: 'API under load',
  measures:
    'Sixty connections that poll with `since`, each going on from the answer before, and four that export 1,000 rules, each again as soon as it is answered, while another process imports a list of as many values as the store holds, lets a tenth of them age, holds all against the guard, writes every row into the log and checkpoints it, or compacts the database.',
  goal: '99 of 100 polls < 100 ms, no error',
  profileRounds: 1,
  async run(bench) {
    const found: Findings[] = []
    for (const work of WORKS) {
      found.push(findingsOf(await takeRounds(bench, (program) => workUnderLoad(bench, program, work)), work))
    }
    return {
      figures: found.flatMap(({ figures }) => figures),
      verdicts: found.flatMap(({ verdicts }) => verdicts),
      notes: [
        'The machine is shared by server, work and load generator.',
        'The server has a place for each connection, whose exports count for one key. Those that poll ask the same, each from where it is, as clients of one kind do, and share what they are answered; each of those that export has a limit of its own, and is answered from the store. What was under way at the end counts by how long it took.',
        ...found.flatMap(({ notes }) => notes)
      ]
    }
  }
}
