import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { type Bench, greatest } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import { medianOf } from '../frame/statistics.ts'
import type { Figure, Sample, Subject, Verdict } from '../frame/subject.ts'
import { againstPeer, peaks } from '../frame/verdicts.ts'
import { installed, missing } from '../peers/installed.ts'
import { exportRows } from '../peers/sqlite-shell.ts'
import { type Program, runProgram } from '../program/program.ts'

const PEER = 'sqlite3'
/** Each takes a minute at a million lines. */
const MOST_ROUNDS = 3
const FIRST = 'into an empty store'
const AGAIN = 'the same file again'

/** A list that is imported into a store of a program's own. */
interface Place {
  readonly program: Program
  readonly folder: string
  readonly list: string
  readonly lines: number
}

const importInto = async ({ program, folder, list, lines }: Place): Promise<Sample> => {
  const { seconds, processorSeconds, peakMB } = await runProgram(program, folder, [
    'import',
    list,
    '--db',
    'sqlite:imported.db'
  ])
  return { value: lines / seconds, microseconds: (processorSeconds * 1e6) / lines, peakMB }
}

const importFirst = async (place: Place): Promise<Sample> => {
  await Promise.all(['', '-wal', '-shm'].map((end) => rm(join(place.folder, `imported.db${end}`), { force: true })))
  return importInto(place)
}

const placesOf = async ({ programs, folder }: Bench, lines: number): Promise<readonly Place[]> => {
  const list = join(folder, 'import.txt')
  await writeLines(list, mixedList(lines, 42))
  const places = programs.map((program, index) => ({ program, folder: join(folder, `import-${index}`), list, lines }))
  for (const place of places) await mkdir(place.folder)
  return places
}

/** The shell imports the rows of a store that is already full. */
const shellImport = async (shell: string, { program, folder, list, lines }: Place): Promise<() => Promise<Sample>> => {
  const rows = join(folder, 'rows')
  await mkdir(rows)
  await runProgram(program, folder, ['import', list, '--db', 'sqlite:full.db'])
  const exported = await exportRows(shell, join(folder, 'full.db'), rows, lines)
  return () => exported.import()
}

/** How the second import does against the first. */
const againAgainstFirst = (figures: readonly Figure[]): readonly Verdict[] =>
  figures
    .filter(({ trial }) => trial === AGAIN)
    .flatMap(({ trial, by, samples }) => {
      const first = figures.find((figure) => figure.trial === FIRST && figure.by === by)
      if (first === undefined) return []
      const values = samples.map(({ value }, round) => value / (first.samples[round]?.value ?? Number.NaN))
      const line = medianOf(first.samples.map(({ value }) => value))
      return [
        {
          trial,
          what: `${by} against its first`,
          values,
          judgedBy: 'median',
          line,
          goal: { bound: 'at least', value: 1, unit: '×' }
        } as const
      ]
    })

/** A plain list into a store. */
export const importList: Subject = {
  name: 'import',
  title: 'Import',
  measures:
    'A plain list into an empty store, normalised, held against the guard, deduplicated and indexed, from the start of the process to its end, against the `.import` of the same final rows into the same tables and indexes by the `sqlite3` shell; then the same file again.',
  goal: '≥ 0.5 × sqlite3; again faster than first; < 400 MB',
  profileRounds: 1,
  async run(bench) {
    const places = await placesOf(bench, greatest(bench))
    const [first] = places
    const shell = installed('sqlite3')
    const trial = { unit: 'rows/s', better: 'more' } as const
    const contestants: readonly Contestant[] = [
      ...(first === undefined || shell === undefined || !bench.withPeers
        ? []
        : [{ ...trial, trial: FIRST, by: PEER, isPeer: true, take: await shellImport(shell, first) }]),
      ...places.flatMap((place) => {
        const who = { ...trial, by: place.program.name, isPeer: false }
        return [
          { ...who, trial: FIRST, take: () => importFirst(place) },
          { ...who, trial: AGAIN, take: () => importInto(place) }
        ]
      })
    ]
    const figures = await inTurn({ ...bench, rounds: Math.min(bench.rounds, MOST_ROUNDS), warmsUp: false }, contestants)
    return {
      figures,
      verdicts: [
        ...againstPeer(
          figures.filter((figure) => figure.trial === FIRST),
          PEER,
          { bound: 'at least', value: 0.5, unit: '×' }
        ),
        ...againAgainstFirst(figures),
        ...peaks(figures, { bound: 'at most', value: 400, unit: 'MB' })
      ],
      notes: shell === undefined ? [missing('sqlite3')] : []
    }
  }
}
