import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { type Bench, greatest } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import type { Sample, Subject } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import { ask, nextTarget } from '../load/ask.ts'
import { processCost } from '../program/process-cost.ts'
import { type Program, runProgram } from '../program/program.ts'
import { serveStore } from '../program/server.ts'

const PAGE = 10_000

/** Something that goes over all indicators of a store. */
interface Step {
  readonly name: string
  readonly mostMiB: number
  take(bench: Bench, program: Program, size: number): Promise<Sample>
}

/** Runs a command over a store that lies on the shelf. */
const overStore = async (
  { stores }: Bench,
  program: Program,
  size: number,
  args: readonly string[]
): Promise<Sample> => {
  const { folder, file } = await stores.take(program, size)
  return { value: (await runProgram(program, folder, [...args, '--db', `sqlite:${file}`])).peakMiB }
}

/** Walks the changes feed from its start to where it stands, as a client that begins. */
const walkChanges = async ({ stores }: Bench, program: Program, size: number): Promise<Sample> => {
  const server = await serveStore(program, await stores.take(program, size))
  try {
    let target: string | undefined = `/api/v1/iocs/sigma/changes?limit=${PAGE}`
    while (target !== undefined) {
      const page = await ask(server.origin, target, server.headers)
      target = page.body.length === 0 ? undefined : nextTarget(page)
    }
    return { value: (await processCost(server.pid))?.peakMiB ?? Number.NaN }
  } finally {
    await server.stop()
  }
}

const listOf = async ({ folder }: Bench, size: number): Promise<string> => {
  const list = join(folder, `flat-${size}.txt`)
  await writeLines(list, mixedList(size, 11))
  return list
}

/** Both imports, one after the other, into one store; the greater peak counts. */
const importTwice = async (bench: Bench, program: Program, size: number): Promise<Sample> => {
  const list = await listOf(bench, size)
  const place = join(bench.folder, `flat-${size}-${bench.programs.indexOf(program)}`)
  await mkdir(place)
  const args = ['import', list, '--db', 'sqlite:imported.db']
  const first = await runProgram(program, place, args)
  const second = await runProgram(program, place, args)
  return { value: Math.max(first.peakMiB, second.peakMiB) }
}

const inFolder = (bench: Bench, name: string): string => join(bench.folder, name)

const STEPS: readonly Step[] = [
  { name: 'import, twice', mostMiB: 400, take: importTwice },
  {
    name: 'rules to a file',
    mostMiB: 300,
    take: (bench, program, size) => overStore(bench, program, size, ['rules', '-o', inFolder(bench, 'flat.yml')])
  },
  { name: 'changes feed', mostMiB: 300, take: walkChanges },
  {
    name: 'bundle for Splunk',
    mostMiB: 300,
    take: (bench, program, size) =>
      overStore(bench, program, size, ['bundle', '--target', 'splunk', '-o', inFolder(bench, 'flat-bundle')])
  }
]

/** The memory of whatever goes over all indicators. */
export const flatMemory: Subject = {
  name: 'flat-memory',
  title: 'Flat memory',
  measures:
    'The greatest resident set of processes that go over a whole store: imports, an export to a file, the changes feed from its start, and a bundle, over stores of different sizes.',
  goal: '< 400 MiB for imports, < 300 MiB for the others, however many indicators',
  async run(bench) {
    const figures = await inTurn(
      { rounds: 1, withPeers: false, warmsUp: false },
      STEPS.flatMap((step) =>
        bench.programs.flatMap((program) =>
          bench.sizes.map((size) => ({
            trial: step.name,
            size,
            unit: 'MiB',
            better: 'less' as const,
            by: program.name,
            isPeer: false,
            take: () => step.take(bench, program, size)
          }))
        )
      )
    )
    const verdicts = STEPS.flatMap(({ name, mostMiB }) =>
      asSuch(
        figures.filter(({ trial, size }) => trial === name && size === greatest(bench)),
        { bound: 'at most', value: mostMiB, unit: 'MiB' }
      )
    )
    return { figures, verdicts, notes: ['Taken once for each size.'] }
  }
}
