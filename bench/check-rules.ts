import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { GENERATIONS, isSetUp } from '../tests/conformance/referees/generation.ts'
import { NOT_SET_UP, openReferee } from '../tests/conformance/referees/referee.ts'
import { generateList } from './generate-list.ts'
import { ROOT, runProgram } from './program/program.ts'

/** Checks generated rules with `sigmill check`, and with pySigma's parser and core validators in a process that runs already. */
const data = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data')
const validation = join(import.meta.dirname, 'core-validators.yml')
const sizes = process.argv.slice(2).map(Number)
const program = { name: 'sigmill', root: ROOT }
const folder = await mkdtemp(join(tmpdir(), 'sigmill-bench-'))

const row = (size: number, who: string, seconds: number, peak: string): void => {
  const rate = Math.round(size / seconds).toLocaleString('en')
  console.log(`| ${size.toLocaleString('en')} | ${who} | ${seconds.toFixed(1)} | ${rate} | ${peak} |`)
}

try {
  if (!isSetUp()) console.error(NOT_SET_UP)
  console.log('| rules | checked by | seconds | per second | peak MB |')
  console.log('|---|---|---|---|---|')
  for (const size of sizes.length === 0 ? [10_000, 100_000] : sizes) {
    const list = join(folder, `${size}.txt`)
    const rules = join(folder, `${size}.yml`)
    await generateList(list, size)
    await runProgram(program, folder, ['rules', list, '-o', rules])
    const { seconds, peakMB } = await runProgram(program, folder, ['check', rules])
    row(size, 'sigmill check', seconds, peakMB.toFixed(0))
    for (const generation of isSetUp() ? GENERATIONS : []) {
      const referee = await openReferee(generation, data)
      const began = performance.now()
      await referee.load('rules', rules)
      await referee.check('rules', validation)
      row(size, `pySigma ${referee.version}`, (performance.now() - began) / 1000, '')
      referee.close()
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
