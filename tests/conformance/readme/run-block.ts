import type { Generation } from '../referees/generation.ts'
import type { Shell } from './shell.ts'

const isInstallation = (line: string): boolean => line.startsWith('pip ')

/** The tools that a block asks for: the pins hold what it installs, so that `pip install` finds it there already. */
const generationOf = (block: string): Generation => (block.includes('"sigma-cli<2"') ? 'legacy' : 'current')

/** What went wrong with a block of the README; none when every line of it worked and a conversion printed queries. */
export const runBlock = (shell: Shell, block: string): readonly string[] => {
  const lines = block.trimEnd().split('\n')
  const place = `README.md, "${lines[0]}" …`
  const generation = generationOf(block)
  const installed = shell(generation, lines.filter(isInstallation).join('\n'))
  if ('failure' in installed) return [`${place}: ${installed.failure}`]
  const printed = shell(generation, lines.filter((line) => !isInstallation(line)).join('\n'))
  if ('failure' in printed) return [`${place}: ${printed.failure}`]
  return block.includes('sigma convert') && printed.output.trim() === '' ? [`${place} printed no query`] : []
}
