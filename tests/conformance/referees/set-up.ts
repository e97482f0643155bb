// Installs the pinned Sigma tools of both generations, each into a virtual environment of its own. What is complete
// already stays as it is. Needs Python 3.10 or later with its venv module, and the Python package registry.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { completionOf, environmentOf, GENERATIONS, pinsOf, programOf } from './generation.ts'

const run = (program: string, ...words: readonly string[]): void => {
  execFileSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'] })
}

for (const generation of GENERATIONS) {
  const environment = environmentOf(generation)
  const complete = completionOf(generation)
  if (existsSync(complete)) {
    console.log(`${generation}: ${environment}`)
    continue
  }
  console.log(`${generation}: installing into ${environment}`)
  rmSync(environment, { recursive: true, force: true })
  mkdirSync(dirname(environment), { recursive: true })
  run('python3', '-m', 'venv', environment)
  run(programOf(generation, 'python'), '-m', 'pip', 'install', '--quiet', '--no-deps', '-r', pinsOf(generation))
  writeFileSync(complete, '')
}
