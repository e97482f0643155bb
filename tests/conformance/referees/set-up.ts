// Installs the pinned tools, each set into a virtual environment of its own: both generations of the Sigma tools, the
// clients and validators of TAXII and STIX, and what fuzzes the API. What is complete already stays as it is. Needs
// Python 3.11 or later with its venv module, and the Python package registry.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { completionOf, environmentOf, ENVIRONMENTS, pinsOf, programOf, type Environment } from './generation.ts'

const run = (program: string, ...words: readonly string[]): void => {
  const { status, error } = spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status === 0) return
  const command = [program, ...words].join(' ')
  console.error(`"${command}" failed${error === undefined ? '' : `: ${error.message}`}.`)
  console.error('The tools need Python 3.11 or later with its venv module, and the Python package registry.')
  process.exit(1)
}

const install = (environment: Environment): void => {
  const folder = environmentOf(environment)
  console.log(`${environment}: installing into ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  run('python3', '-m', 'venv', folder)
  run(programOf(environment, 'python'), '-m', 'pip', 'install', '--quiet', '--no-deps', '-r', pinsOf(environment))
  writeFileSync(completionOf(environment), '')
}

for (const environment of ENVIRONMENTS) {
  if (existsSync(completionOf(environment))) console.log(`${environment}: ${environmentOf(environment)}`)
  else install(environment)
}
