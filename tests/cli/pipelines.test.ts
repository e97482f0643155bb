import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PIPELINES } from '../../src/app/pipelines.ts'
import { folderWith, sigmill } from './program.ts'

const bundled = async (name: string): Promise<string> =>
  readFile(new URL(`../../pipelines/${name}.yml`, import.meta.url), 'utf8')

describe('sigmill pipelines', () => {
  it('lists what there is, what for, and how to convert with it', async () => {
    const { code, stdout, stderr } = await sigmill(['pipelines'], { cwd: await folderWith({}) })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { name, title } of PIPELINES) expect(stdout).toContain(`${name}: ${title}\n`)
    expect(stdout).toContain('\n  sigma convert -t esql -p elastic-ecs.yml rules.yml\n')
    expect(stdout).toContain('\n  sigma convert -t log_scale -p plain-hashes.yml -p crowdstrike_fdr rules.yml\n')
  })

  it('lists for programs', async () => {
    const { code, stdout } = await sigmill(['pipelines', '--json'], { cwd: await folderWith({}) })
    expect(code).toBe(0)
    const listed = JSON.parse(stdout) as readonly { readonly name: string }[]
    expect(listed.map(({ name }) => name)).toEqual(PIPELINES.map(({ name }) => name))
    expect(listed[0]).toMatchObject({
      file: 'splunk-cim.yml',
      uses: [{ target: 'splunk', beside: [], convert: 'sigma convert -t splunk -p splunk-cim.yml rules.yml' }]
    })
  })

  it.each(PIPELINES)('writes $name to standard output, byte for byte', async ({ name }) => {
    const cwd = await folderWith({})
    expect(await sigmill(['pipelines', name], { cwd })).toMatchObject({
      code: 0,
      stdout: await bundled(name),
      stderr: ''
    })
    expect(await readdir(cwd)).toEqual([])
  })

  it('writes one into a file and says so', async () => {
    const cwd = await folderWith({})
    const { code, stdout, stderr } = await sigmill(['pipelines', 'qradar', '-o', 'own.yml'], { cwd })
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Pipeline qradar written to own.yml.\n' })
    expect(await readFile(join(cwd, 'own.yml'), 'utf8')).toBe(await bundled('qradar'))
  })

  it('refuses a name that there is not, with the nearest', async () => {
    const { code, stdout, stderr } = await sigmill(['pipelines', 'splunk-cmi'], { cwd: await folderWith({}) })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Did you mean "splunk-cim"?')
  })

  it('refuses what does not go together', async () => {
    const cwd = await folderWith({})
    expect((await sigmill(['pipelines', 'qradar', '--json'], { cwd })).code).toBe(2)
    expect((await sigmill(['pipelines', '-o', 'own.yml'], { cwd })).code).toBe(2)
    expect((await sigmill(['pipelines', 'qradar', 'splunk-cim'], { cwd })).code).toBe(2)
    expect(await readdir(cwd)).toEqual([])
  })
})
