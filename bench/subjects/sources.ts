import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mixedList } from '../data/mixed-list.ts'
import { writeLines } from '../data/write-lines.ts'
import { greatest } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import type { Figure, Sample, Subject } from '../frame/subject.ts'
import { type Program, runProgram } from '../program/program.ts'
import type { Run } from '../program/run-process.ts'

/** So many feeds name each indicator. */
const SOURCES = [1, 2, 4, 8] as const
const MOST_INDICATORS = 100_000

/** A list that feeds name one after the other, in a folder of a program's own. */
interface Place {
  readonly program: Program
  readonly folder: string
  readonly list: string
  readonly values: number
}

const storeOf = (sources: number): string => `store-${sources}.db`

const sampleOf = ({ seconds, processorSeconds, peakMB }: Run, count: number): Sample => ({
  value: count / seconds,
  microseconds: (processorSeconds * 1e6) / count,
  peakMB
})

const figureOf = ({ program: { name } }: Place, trial: string, size: number, unit: string) =>
  ({ trial, size, unit, by: name, isPeer: false, better: 'more' }) as const

/** Takes the list in by one feed more at a time; keeps a store for each number of sources. */
const importFeeds = async (place: Place): Promise<readonly Figure[]> => {
  const { program, folder, list, values } = place
  const figures: Figure[] = []
  for (let feed = 1; feed <= Math.max(...SOURCES); feed++) {
    const run = await runProgram(program, folder, ['import', list, '--feed', `Feed ${feed}`, '--db', 'sqlite:store.db'])
    if (!SOURCES.some((sources) => sources === feed)) continue
    await copyFile(join(folder, 'store.db'), join(folder, storeOf(feed)))
    figures.push({ ...figureOf(place, 'import of one more feed', feed, 'rows/s'), samples: [sampleOf(run, values)] })
  }
  return figures
}

const exports = (place: Place): readonly Contestant[] =>
  SOURCES.map((sources) => ({
    ...figureOf(place, 'rules to a file', sources, 'rules/s'),
    async take() {
      const { program, folder, values } = place
      const args = ['rules', '-o', 'rules.yml', '--db', `sqlite:${storeOf(sources)}`]
      return sampleOf(await runProgram(program, folder, args), values)
    }
  }))

/** What it costs that many feeds name the same. */
export const sources: Subject = {
  name: 'sources',
  title: 'Cost by sources',
  measures:
    'A plain list that one feed names, and one more, and so on up to eight: how quickly the import of the last of them is, and an export of all rules, each of which then speaks for so many sources.',
  goal: 'stated',
  across: 'sources of each indicator',
  profileRounds: 0,
  async run(bench) {
    const values = Math.min(greatest(bench), MOST_INDICATORS)
    const list = join(bench.folder, 'sources.txt')
    await writeLines(list, mixedList(values, 13))
    const imports: Figure[] = []
    const contestants: Contestant[] = []
    for (const [index, program] of bench.programs.entries()) {
      const place = { program, folder: join(bench.folder, `sources-${index}`), list, values }
      await mkdir(place.folder)
      imports.push(...(await importFeeds(place)))
      contestants.push(...exports(place))
    }
    const figures = await inTurn({ ...bench, warmsUp: false }, contestants)
    return { figures: [...imports, ...figures], verdicts: [], notes: [`${values.toLocaleString('en')} indicators.`] }
  }
}
