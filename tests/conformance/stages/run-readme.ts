import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { Stage } from '../bench.ts'
import { PROGRAM } from '../program.ts'
import { startDemoServer } from '../readme/demo-server.ts'
import { shellBlocks } from '../readme/shell-blocks.ts'
import { environmentOf, type Generation } from '../referees/generation.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const COMMANDS = /^(sigma convert|sigmill (rules|pipelines))|\bsigma convert\b/m

/** The tools that a block asks for: the pins hold what it installs, so that `pip install` finds it there already. */
const generationOf = (block: string): Generation => (block.includes('"sigma-cli<2"') ? 'legacy' : 'current')

const firstLine = (block: string): string => block.slice(0, block.indexOf('\n'))

/** What went wrong with a block; none when every line of it worked. */
const runBlock = (block: string, folder: string, environment: Readonly<Record<string, string>>): readonly string[] => {
  const path = [join(folder, 'bin'), join(environmentOf(generationOf(block)), 'bin'), process.env['PATH']].join(
    delimiter
  )
  const { status, stderr, stdout } = spawnSync('bash', ['-euo', 'pipefail', '-c', block], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment, PATH: path }
  })
  if (status !== 0) return [`README.md, "${firstLine(block)}" …: ${stderr.trim()}`]
  const isConversion = block.includes('sigma convert')
  return isConversion && stdout.trim() === '' ? [`README.md, "${firstLine(block)}" … printed no query`] : []
}

/** What the README says about the way to a SIEM works as printed: with its samples, on the pinned tools. */
export const runReadme: Stage = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigmill-readme-'))
  for (const name of ['bin', 'validator_json']) mkdirSync(join(folder, name))
  symlinkSync(PROGRAM, join(folder, 'bin', 'sigmill'))
  cpSync(join(ROOT, 'samples', 'mixed-list.txt'), join(folder, 'iocs.txt'))
  const server = await startDemoServer(folder)
  try {
    const environment = { KEY: server.key, URL: server.url, SIGMILL_DB: 'sqlite:./sigmill-demo.db' }
    const blocks = shellBlocks(readFileSync(join(ROOT, 'README.md'), 'utf8'), COMMANDS)
    const conversions = blocks.join('').match(/\bsigma convert\b/g)?.length ?? 0
    const differences = blocks.flatMap((block) => runBlock(block, folder, environment))
    return [
      {
        subject: 'README, as printed',
        of: `${blocks.length} blocks, ${conversions} times sigma convert`,
        differences: conversions === 0 ? ['README.md shows no sigma convert line', ...differences] : differences
      }
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
