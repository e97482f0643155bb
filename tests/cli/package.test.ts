import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { scratchFolder } from '../support/scratch.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

/** A folder of somebody who has installed the package, with what it depends on. */
const installed = async (): Promise<string> => {
  const folder = await scratchFolder()
  const modules = join(folder, 'node_modules')
  const run = (program: string, ...words: readonly string[]): string =>
    execFileSync(program, words, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const packed = run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder).trim()
  mkdirSync(join(modules, 'sigmill'), { recursive: true })
  run('tar', '-xzf', join(folder, packed), '-C', join(modules, 'sigmill'), '--strip-components=1')
  const needed = [...Object.keys(project.dependencies), '@types/node', 'undici-types']
  for (const name of new Set(needed.map((full) => full.split('/', 1).join('')))) {
    symlinkSync(join(PROJECT, 'node_modules', name), join(modules, name))
  }
  return folder
}

const CALLER = `import { createClient, type Refusal } from 'sigmill/client'

const client = createClient({ url: 'http://127.0.0.1:1' })
export const listed = async (): Promise<readonly string[] | Refusal> => {
  const answer = await client.getIocs({ type: ['ipv4'] })
  if (!answer.ok) return answer
  return answer.form === 'json' ? answer.body.data.map(({ value }) => value) : []
}
// @ts-expect-error: there is no such parameter
export const mistaken = () => client.getIocs({ tpye: ['ipv4'] })
console.log(Object.keys(client).length > 30)
`

test('the client works from the package, and its types do', async () => {
  const folder = await installed()
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  writeFileSync(join(folder, 'caller.ts'), CALLER)
  const words = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', 'caller.ts']
  execFileSync(join(PROJECT, 'node_modules/.bin/tsc'), words, { cwd: folder, encoding: 'utf8' })
  expect(execFileSync(process.execPath, ['caller.js'], { cwd: folder, encoding: 'utf8' })).toBe('true\n')
})
