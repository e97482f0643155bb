// Runs the executions alone: node --import tsx tests/conformance/execution/try-executions.ts > page.md
import { resolve } from 'node:path'
import { openReferee } from '../referees/referee.ts'
import { runExecutions } from './run-executions.ts'

const data = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data')

const referees = { current: await openReferee('current', data), legacy: await openReferee('legacy', data) }
const { differences, page } = await runExecutions({ referees, data, source: 'src' })
referees.current.close()
referees.legacy.close()
process.stdout.write(page)
for (const difference of differences) process.stderr.write(`${difference}\n`)
if (differences.length > 0) process.exitCode = 1
