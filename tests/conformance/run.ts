// The conformance run: the real Sigma tools, real databases and real logs over the rules that sigmill writes. Prints one
// table and ends with 1 unless everything is as declared. `--update` writes the golden files anew.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setup as buildProgram } from '../cli/build-program.ts'
import type { Proof, Stage } from './bench.ts'
import { gatherCorpus } from './corpus/corpus.ts'
import { NOT_SET_UP, openReferee } from './referees/referee.ts'
import { isSetUp } from './referees/generation.ts'
import { printReport } from './report.ts'
import { checkRules } from './stages/check-rules.ts'
import { compareChecks } from './stages/compare-checks.ts'
import { convertRules } from './stages/convert-rules.ts'
import { estimateQueries } from './stages/estimate-queries.ts'
import { fuzzInterface } from './stages/fuzz-interface.ts'
import { groupRules } from './stages/group-rules.ts'
import { executeRules } from './stages/execute-rules.ts'
import { parseKql } from './stages/parse-kql.ts'
import { readTaxii } from './stages/read-taxii.ts'
import { runReadme } from './stages/run-readme.ts'
import { tryMutations } from './stages/try-mutations.ts'

const STAGES: readonly Stage[] = [
  checkRules,
  convertRules,
  parseKql,
  executeRules,
  groupRules,
  estimateQueries,
  compareChecks,
  runReadme,
  readTaxii,
  fuzzInterface,
  tryMutations
]

const stop = (reason: string): never => {
  console.error(reason)
  process.exit(1)
}

const data = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data')
if (!existsSync(data))
  stop(`The real feeds are missing: SIGMILL_TEST_DATA must name the folder that holds feeds/, not ${data}.`)
if (!isSetUp()) stop(NOT_SET_UP)

buildProgram()
const corpus = await gatherCorpus('src', data)
const [current, legacy] = await Promise.all([openReferee('current', data), openReferee('legacy', data)])
const bench = { data, corpus, referees: { current, legacy }, update: process.argv.includes('--update') }

const proofs: Proof[] = []
for (const stage of STAGES) proofs.push(...(await stage(bench)))
current.close()
legacy.close()

process.exitCode = printReport(proofs) ? 0 : 1
