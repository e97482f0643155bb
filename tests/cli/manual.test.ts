import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { isGroup, type Command, type CommandGroup } from '../../src/cli/command.ts'
import { allCommands } from '../../src/cli/commands.ts'
import { EXIT_CODES, EXIT_CODE_OF } from '../../src/cli/exit-codes.ts'
import { PROBLEMS } from '../../src/problem/problem.ts'
import { folderWith, sigmill } from './program.ts'

const manual = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8')

const pathsOf = (entry: Command | CommandGroup, path: readonly string[]): readonly (readonly string[])[] =>
  isGroup(entry) ? [path, ...entry.commands.flatMap((inner) => pathsOf(inner, [...path, inner.name]))] : [path]

const sectionOf = (path: readonly string[]): string => {
  const heading = path.length === 0 ? '## `sigmill`\n' : `## \`sigmill ${path.join(' ')}\`\n`
  const begin = manual.indexOf(heading)
  expect(begin, `a section ${heading}`).toBeGreaterThan(-1)
  return manual.slice(begin, manual.indexOf('\n## ', begin + 1) >>> 0)
}

const PATHS = pathsOf(await allCommands(), [])

describe('the manual of the command line', () => {
  it.each(PATHS.map((path) => [path.join(' '), path] as const))(
    'shows the help of sigmill %s as the program prints it',
    async (_name, path) => {
      const { stdout } = await sigmill([...path, '--help'], { cwd: await folderWith({}) })
      expect(sectionOf(path)).toContain(`\`\`\`text\n${stdout.trimEnd()}\n\`\`\``)
    }
  )

  it('names every problem under its exit code', () => {
    for (const code of Object.keys(EXIT_CODES)) {
      const problems = Object.entries(EXIT_CODE_OF).filter(([, exit]) => String(exit) === code)
      const row = manual.split('\n').find((line) => line.startsWith(`| ${code} |`)) ?? ''
      for (const [problem] of problems.filter(([name]) => !OF_THE_API.has(name)))
        expect(row).toContain(`\`${problem}\``)
    }
    expect(Object.keys(EXIT_CODE_OF).sort()).toEqual(Object.keys(PROBLEMS).sort())
  })
})

/** Problems that only a request over HTTP can meet. */
const OF_THE_API = new Set([
  'conflicting_keys',
  'missing_api_key',
  'invalid_api_key',
  'expired_api_key',
  'ip_not_allowed',
  'insufficient_scope',
  'tier_required',
  'not_grantable',
  'method_not_allowed',
  'not_acceptable',
  'request_too_large',
  'unsupported_media_type',
  'timeout',
  'rate_limit_exceeded',
  'too_many_exports',
  'too_many_failures',
  'unavailable'
])
