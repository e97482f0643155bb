// Installs the pinned Sigma tools of both generations, each into a virtual environment of its own. What is complete
// already stays as it is. Needs Python 3.10 or later with its venv module, and the Python package registry.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { completionOf, environmentOf, GENERATIONS, pinsOf, programOf, type Generation } from './generation.ts'

const run = (program: string, ...words: readonly string[]): void => {
  const { status, error } = spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status === 0) return
  const command = [program, ...words].join(' ')
  console.error(`"${command}" failed${error === undefined ? '' : `: ${error.message}`}.`)
  console.error('The Sigma tools need Python 3.10 or later with its venv module, and the Python package registry.')
  process.exit(1)
}

const install = (generation: Generation): void => {
  const environment = environmentOf(generation)
  console.log(`${generation}: installing into ${environment}`)
  rmSync(environment, { recursive: true, force: true })
  mkdirSync(dirname(environment), { recursive: true })
  run('python3', '-m', 'venv', environment)
  run(programOf(generation, 'python'), '-m', 'pip', 'install', '--quiet', '--no-deps', '-r', pinsOf(generation))
  writeFileSync(completionOf(generation), '')
}

for (const generation of GENERATIONS) {
  if (existsSync(completionOf(generation))) console.log(`${generation}: ${environmentOf(generation)}`)
  else install(generation)
}
