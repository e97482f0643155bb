import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, it } from 'vitest'
import { ending, folderWith, sigmill, startProgram } from './program.ts'

const has = (shell: string): boolean => {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const scripts = new Map<string, string>()

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await sigmill(['completion', shell], { cwd: tmpdir() })
    expect(code).toBe(0)
    scripts.set(shell, stdout)
  }
})

/** A folder with the script of a shell, and a file that only completion of paths would offer. */
const scripted = async (shell: string): Promise<string> =>
  folderWith({ 'feed.csv': '', script: scripts.get(shell) ?? '' })

const PLACES: readonly (readonly [typed: string, offered: readonly string[], notOffered: readonly string[]])[] = [
  ['', ['import', 'keys', 'serve'], ['create', '--dry-run']],
  ['imp', ['import'], ['serve']],
  ['keys ', ['create', 'list', 'revoke'], ['import']],
  ['keys create --', ['--tier', '--db', '--json'], ['--dry-run']],
  ['rules --type ', ['ipv4', 'mitre-attack'], ['create', 'feed.csv']],
  ['import --tlp ', ['amber-strict'], ['feed.csv']],
  ['pipelines ', ['qradar', 'splunk-cim'], ['feed.csv']],
  ['completion ', ['bash', 'fish', 'zsh'], ['feed.csv']]
]

describe('the completion of bash', () => {
  it.each(PLACES)('offers what can follow "sigmill %s"', async (typed, offered, notOffered) => {
    const cwd = await scripted('bash')
    const words = ['sigmill', ...typed.split(' ')]
    const script = `compopt() { :; }; source ./script; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _sigmill; printf '%s\\n' "\${COMPREPLY[@]}"`
    const child = startProgram('bash', ['-c', script], { cwd })
    const { code, stdout, stderr } = await ending(child)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual(expect.arrayContaining([...offered]))
    for (const word of notOffered) expect(stdout.split('\n')).not.toContain(word)
  })
})

describe('the completion of fish', () => {
  it.skipIf(!has('fish')).each(PLACES)(
    'offers what can follow "sigmill %s" (needs fish)',
    async (typed, offered, notOffered) => {
      const cwd = await scripted('fish')
      const child = startProgram(
        'fish',
        ['--no-config', '-c', `source script; complete --do-complete 'sigmill ${typed}'`],
        { cwd }
      )
      const { stdout, stderr } = await ending(child)
      const words = stdout.split('\n').map((line) => line.split('\t')[0])
      expect(stderr).toBe('')
      expect(words).toEqual(expect.arrayContaining([...offered]))
      for (const word of notOffered) expect(words).not.toContain(word)
    }
  )
})

describe('the completion of zsh', () => {
  it.skipIf(!has('zsh'))('is a script that zsh takes (needs zsh)', async () => {
    const cwd = await scripted('zsh')
    const child = startProgram(
      'zsh',
      ['-f', '-c', 'autoload -Uz compinit; compinit -u -D; source ./script; print -r -- $_comps[sigmill]'],
      { cwd }
    )
    expect(await ending(child)).toMatchObject({ code: 0, stdout: '_sigmill\n', stderr: '' })
  })
})
