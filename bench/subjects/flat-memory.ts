import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
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

/** The two largest stores that a pass goes over. */
const sizesFor = ({ upTo = Number.POSITIVE_INFINITY }: Pass, { sizes }: Bench): readonly number[] =>
  sizes
    .filter((size) => size <= upTo)
    .toSorted((a, b) => a - b)
    .slice(-2)

const contestantsOf = (pass: Pass, bench: Bench): readonly Contestant[] =>
  bench.programs.flatMap((program) =>
    sizesFor(pass, bench).map((size) => ({
      trial: pass.name,
      size,
      unit: 'MB',
      better: 'less' as const,
      by: program.name,
      isPeer: false,
      take: () => goOver(bench, program, size, pass)
    }))
  )

/** The memory over the larger store against that over the smaller one. */
const flatness = (large: Figure, small: Figure): Verdict => ({
  trial: large.trial,
  what: `${large.by}, over ${large.size?.toLocaleString('en')} against ${small.size?.toLocaleString('en')}`,
  values: large.samples.map(({ value }, round) => value / (small.samples[round]?.value ?? Number.NaN)),
  judgedBy: 'worst',
  goal: (small.size ?? 0) < CACHES_ARE_FULL ? undefined : FLAT
})

const verdictsOf = ({ name, mostMB }: Pass, figures: readonly Figure[]): readonly Verdict[] => {
  const ofPass = figures.filter(({ trial }) => trial === name)
  const largest = Math.max(...ofPass.map(({ size = 0 }) => size))
  const large = ofPass.filter(({ size }) => size === largest)
  const others = ofPass.filter(({ size }) => size !== largest)
  return [
    ...asSuch(large, { bound: 'at most', value: mostMB, unit: 'MB' }, 'worst'),
    ...large.flatMap((figure) => others.filter(({ by }) => by === figure.by).map((small) => flatness(figure, small)))
  ]
}

/** The memory of what goes over all indicators. */
const memoryOf = (passes: readonly Pass[]): Subject => ({
  name: 'flat-memory',
  title: 'Flat memory',
  measures:
    'The greatest resident set of processes that go over a whole store, over the two largest stores: imports, exports to a file and over HTTP, of single and of grouped rules, the changes feed from its start, bundles, STIX, TAXII, and `sigmill sync`. Of what is served the server is measured, else the command.',
  goal: '< 400 MB for imports, < 300 MB for other commands, < 500 MB for a server, however many indicators',
  profileRounds: 0,
  async run(bench) {
    const contestants = passes.flatMap((pass) => contestantsOf(pass, bench))
    const figures = await inTurn({ rounds: 1, withPeers: false, warmsUp: false }, contestants)
    return {
      figures,
      verdicts: passes.flatMap((pass) => verdictsOf(pass, figures)),
      notes: ['Taken once for each size. What takes long stops at smaller stores.']
    }
  }
})

/** Of everything. */
export const flatMemory: Subject = memoryOf(PASSES)

/** Of what is quick enough to go over stores of any size. */
export const flatMemoryFar: Subject = memoryOf(PASSES.filter(({ upTo }) => upTo === undefined))
