import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { greatest } from '../frame/bench.ts'
import type { Bench } from '../frame/bench.ts'
import { type Contestant, inTurn } from '../frame/in-turn.ts'
import type { Sample, Subject } from '../frame/subject.ts'
import { againstPeer, asSuch, peaks } from '../frame/verdicts.ts'
import { type Program, runProgram } from '../program/program.ts'
import { runProcess } from '../program/run-process.ts'

const PEER = 'cat'

const writeRules = async (bench: Bench, program: Program, size: number, out: string): Promise<Sample> => {
  const { folder, file } = await bench.stores.take(program, size)
  await rm(out, { force: true })
  const run = await runProgram(program, folder, ['rules', '--db', `sqlite:${file}`, '-o', out])
  return { value: size / run.seconds, microseconds: (run.processorSeconds * 1e6) / size, peakMB: run.peakMB }
}

const copyThroughPipe = async (bench: Bench, size: number, out: string): Promise<Sample> => {
  const args = ['-c', 'cat "$1" | cat > "$2"', 'sh', out, `${out}.copy`]
  const { seconds } = await runProcess({ file: '/bin/sh', args, cwd: bench.folder })
  await rm(`${out}.copy`)
  return { value: size / seconds }
}

/** All rules of a store in one file. */
export const wholeFeed: Subject = {
  name: 'whole-feed',
  title: 'Whole feed',
  measures:
    '`sigmill rules -o FILE` over the whole store, from the start of the process to its end, against `cat` of the result through a pipe into a file.',
  goal: '≥ 200,000 rules/s and < 300 MB on the reference machine',
  profileRounds: 2,
  async run(bench) {
    const size = greatest(bench)
    const trial = { trial: `${size.toLocaleString('en')} indicators`, unit: 'rules/s', better: 'more' } as const
    const out = join(bench.folder, 'rules.yml')
    const contestants: readonly Contestant[] = [
      ...bench.programs.map((program) => ({
        ...trial,
        by: program.name,
        isPeer: false,
        take: () => writeRules(bench, program, size, out)
      })),
      { ...trial, by: PEER, isPeer: true, take: () => copyThroughPipe(bench, size, out) }
    ]
    for (const program of bench.programs) await bench.stores.take(program, size)
    const figures = await inTurn({ ...bench, warmsUp: false }, contestants)
    const { size: bytes } = await stat(out)
    return {
      figures,
      verdicts: [
        ...asSuch(figures, { bound: 'at least', value: 200_000, unit: 'rules/s' }),
        ...peaks(figures, { bound: 'at most', value: 300, unit: 'MB' }),
        ...againstPeer(figures, PEER, undefined)
      ],
      notes: [`The file has ${(bytes / 1e6).toFixed(0)} MB.`]
    }
  }
}
