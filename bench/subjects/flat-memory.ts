import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '../frame/bench.ts'
import { inTurn } from '../frame/in-turn.ts'
import type { Figure, Sample, Subject, Verdict } from '../frame/subject.ts'
import { asSuch } from '../frame/verdicts.ts'
import type { Pass } from '../passes/pass.ts'
import { PASSES } from '../passes/passes.ts'
import type { Program } from '../program/program.ts'

/** Below so many indicators caches are not full yet, and memory still grows with what they hold. */
const CACHES_ARE_FULL = 1_000_000
const FLAT = { bound: 'at most', value: 1.3, unit: '×' } as const

const goOver = async ({ stores, folder, say }: Bench, program: Program, size: number, pass: Pass): Promise<Sample> => {
  say(`${pass.name}, ${size.toLocaleString('en')} indicators`)
  const place = await mkdtemp(join(folder, 'pass-'))
  try {
    const store = await stores.take(program, size)
    const copy = () => stores.copy(program, size)
    return { value: await pass.peakMB({ program, store, copy, size, folder: place }) }
  } finally {
    await rm(place, { recursive: true })
  }
}

/** The memory over the largest store against that over the one before. */
const flatness = (figures: readonly Figure[], { sizes }: Bench): readonly Verdict[] => {
  const [before = 0, largest = 0] = sizes.toSorted((a, b) => a - b).slice(-2)
  return figures
    .filter(({ size }) => size === largest)
    .flatMap(({ trial, by, samples }) => {
      const smaller = figures.find((figure) => figure.trial === trial && figure.by === by && figure.size === before)
      if (smaller === undefined || before === largest) return []
      return [
        {
          trial,
          what: `${by}, over ${largest.toLocaleString('en')} against ${before.toLocaleString('en')}`,
          values: samples.map(({ value }, round) => value / (smaller.samples[round]?.value ?? Number.NaN)),
          judgedBy: 'worst' as const,
          goal: before < CACHES_ARE_FULL ? undefined : FLAT
        }
      ]
    })
}

/** The memory of whatever goes over all indicators. */
export const flatMemory: Subject = {
  name: 'flat-memory',
  title: 'Flat memory',
  measures:
    'The greatest resident set of processes that go over a whole store, over stores of different sizes: imports, exports to a file and over HTTP, of single and of grouped rules, the changes feed from its start, bundles, STIX, TAXII, and `sigmill sync`. Of what is served the server is measured, else the command.',
  goal: '< 400 MB for imports, < 300 MB for the others, however many indicators',
  profileRounds: 0,
  async run(bench) {
    const contestants = PASSES.flatMap((pass) =>
      bench.programs.flatMap((program) =>
        bench.sizes
          .filter((size) => size <= (pass.upTo ?? size))
          .map((size) => ({
            trial: pass.name,
            size,
            unit: 'MB',
            better: 'less' as const,
            by: program.name,
            isPeer: false,
            take: () => goOver(bench, program, size, pass)
          }))
      )
    )
    const figures = await inTurn({ rounds: 1, withPeers: false, warmsUp: false }, contestants)
    const verdicts = PASSES.flatMap(({ name, mostMB, upTo = Number.POSITIVE_INFINITY }) => {
      const largest = Math.max(...bench.sizes.filter((size) => size <= upTo))
      return asSuch(
        figures.filter(({ trial, size }) => trial === name && size === largest),
        { bound: 'at most', value: mostMB, unit: 'MB' },
        'worst'
      )
    })
    return { figures, verdicts: [...verdicts, ...flatness(figures, bench)], notes: ['Taken once for each size.'] }
  }
}
