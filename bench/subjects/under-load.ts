import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { type Bench, greatest } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import type { Figure, Sample, Subject } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { ask } from '../load/ask.ts'
import type { LaneResult, LoadPlan } from '../load/load-plan.ts'
import { loadDuring } from '../load/run-load.ts'
import { type Program, runProgram } from '../program/program.ts'
import { serveStore } from '../program/server.ts'

const PATH = '/api/v1/iocs/sigma'
const POLLS = 'polls'
const EXPORTS = 'exports'
const POLLING = 60
/** As many exports as the server lets one key take at once, halved. */
const EXPORTING = 4
/** An import of a million takes minutes, so few rounds have to do. */
const MOST_ROUNDS = 3

/** What one import under load gave: of each lane, and how quick the import was. */
interface Round {
  readonly lanes: readonly LaneResult[]
  readonly rowsPerSecond: number
}

const importUnderLoad = async (bench: Bench, program: Program, list: string, lines: number): Promise<Round> => {
  const store = await bench.stores.copy(program, greatest(bench))
  const server = await serveStore(program, store)
  try {
    const { origin, headers, pid } = server
    const latest = await ask(origin, `${PATH}?limit=1`, headers)
    const since = String(latest.headers['x-next-since'])
    const plan: LoadPlan = {
      origin,
      watch: pid,
      lanes: [
        { name: POLLS, connections: POLLING, target: `${PATH}?since={since}`, since, headers },
        { name: EXPORTS, connections: EXPORTING, target: `${PATH}?limit=1000`, headers }
      ]
    }
    let seconds = Number.NaN
    const { lanes } = await loadDuring(plan, async () => {
      seconds = (await runProgram(program, store.folder, ['import', list, '--db', `sqlite:${store.file}`])).seconds
    })
    return { lanes, rowsPerSecond: lines / seconds }
  } finally {
    await server.stop()
  }
}

/** One trial that is read off the rounds of all. */
const figureOf = (
  by: string,
  rounds: readonly Round[],
  trial: Pick<Figure, 'trial' | 'unit' | 'better'>,
  read: (round: Round) => number
): Figure => ({ ...trial, by, isPeer: false, samples: rounds.map((round) => ({ value: read(round) })) })

const ofLane =
  (name: string, figure: 'p50' | 'p99' | 'errors' | 'answers') =>
  ({ lanes }: Round): number =>
    lanes.find((lane) => lane.name === name)?.[figure] ?? Number.NaN

const MS = { unit: 'ms', better: 'less' } as const

/** Polls and exports while an import runs. */
export const underLoad: Subject = {
  name: 'under-load',
  title: 'API under load',
  measures:
    'Sixty connections that poll with `since`, each going on from the answer before, and four that export 1,000 rules, each again as soon as it is answered, while another process imports a list of as many values as the store holds.',
  goal: '99 of 100 polls < 100 ms, no error',
  async run(bench) {
    const lines = greatest(bench)
    const list = join(bench.folder, 'under-load.txt')
    await writeLines(list, mixedList(lines, 7))
    const rounds = new Map<string, Round[]>(bench.programs.map(({ name }) => [name, []]))
    const rates = await inTurn(
      { rounds: Math.min(bench.rounds, MOST_ROUNDS), withPeers: false, warmsUp: false },
      bench.programs.map((program) => ({
        trial: 'import meanwhile',
        unit: 'rows/s',
        better: 'more',
        by: program.name,
        isPeer: false,
        async take(): Promise<Sample> {
          const round = await importUnderLoad(bench, program, list, lines)
          rounds.get(program.name)?.push(round)
          return { value: round.rowsPerSecond }
        }
      }))
    )
    const all = [...rounds]
    const slowest = all.map(([by, seen]) => figureOf(by, seen, { ...MS, trial: 'poll, p99' }, ofLane(POLLS, 'p99')))
    const errors = all.map(([by, seen]) =>
      figureOf(
        by,
        seen,
        { trial: 'errors', unit: 'answers', better: 'less' },
        (round) => ofLane(POLLS, 'errors')(round) + ofLane(EXPORTS, 'errors')(round)
      )
    )
    const others = all.flatMap(([by, seen]) => [
      figureOf(by, seen, { ...MS, trial: 'poll, p50' }, ofLane(POLLS, 'p50')),
      figureOf(by, seen, { ...MS, trial: 'export of 1,000 rules, p50' }, ofLane(EXPORTS, 'p50')),
      figureOf(by, seen, { ...MS, trial: 'export of 1,000 rules, p99' }, ofLane(EXPORTS, 'p99')),
      figureOf(by, seen, { trial: 'polls', unit: 'answers', better: 'more' }, ofLane(POLLS, 'answers'))
    ])
    return {
      figures: [...slowest, ...errors, ...others, ...rates],
      verdicts: [
        ...asSuch(slowest, { bound: 'at most', value: 100, unit: 'ms' }),
        ...asSuch(errors, { bound: 'at most', value: 0, unit: 'answers' })
      ],
      notes: ['The machine is shared by server, import and load generator.']
    }
  }
}
