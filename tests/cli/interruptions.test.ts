import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bash, ending, folderWith, hostNames, importJson, sigmill, start } from './program.ts'

const COUNT = 60_000

const indicators = async (cwd: string): Promise<number> =>
  (JSON.parse((await sigmill(['stats', '--json'], { cwd })).stdout) as { indicators: number }).indicators

describe('an import that is killed', () => {
  it('leaves a store that opens clean and holds whole indicators; the next import completes it', async () => {
    const cwd = await folderWith({ 'list.txt': hostNames(COUNT) })
    await sigmill(['import', '-'], { cwd, stdin: '192.0.2.1\n' })
    const child = start(['import', 'list.txt'], { cwd })
    const ended = ending(child)
    // Killed as soon as some of it is committed, as other commands see it.
    while (child.exitCode === null && (await indicators(cwd)) === 1);
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')

    const left = await indicators(cwd)
    expect(left).toBeGreaterThan(1)
    expect(left).toBeLessThan(COUNT + 1)
    const rules = await sigmill(['rules'], { cwd })
    expect(rules.stdout.match(/^title: /gm)).toHaveLength(left)

    const { ended: again, report } = await importJson(['list.txt'], { cwd })
    expect(again.code).toBe(0)
    expect(report.totals).toMatchObject({ accepted: COUNT, new: COUNT + 1 - left, changed: 0, unchanged: left - 1 })
    expect(await indicators(cwd)).toBe(COUNT + 1)
  })

  it('leaves no file of rejects', async () => {
    const cwd = await folderWith({})
    const child = start(['import', '-', '--rejects', 'rejects.ndjson'], { cwd })
    const ended = ending(child)
    child.stdin.write('300.0.0.1\n'.repeat(200_000))
    await once(child.stdin, 'drain')
    child.kill('SIGKILL')
    await ended
    expect(existsSync(join(cwd, 'rejects.ndjson'))).toBe(false)
  })
})

describe('a reader that goes away', () => {
  it('ends an export quietly', async () => {
    const cwd = await folderWith({ 'list.txt': hostNames(20_000) })
    const { stdout, stderr } = await bash('sigmill rules list.txt | head -n 1; echo "${PIPESTATUS[0]}"', { cwd })
    expect(stdout).toMatch(/^title: .+\n0\n$/)
    expect(stderr).toBe('')
  })

  it('ends help quietly', async () => {
    const cwd = await folderWith({})
    const { stdout, stderr } = await bash('sigmill --help | true; echo "${PIPESTATUS[0]}"', { cwd })
    expect(stdout).toBe('0\n')
    expect(stderr).toBe('')
  })
})

describe('two imports at once', () => {
  it('both complete, and each indicator is there once with both feeds', async () => {
    const cwd = await folderWith({ 'a.txt': hostNames(20_000), 'b.txt': hostNames(30_000) })
    const [a, b] = await Promise.all([importJson(['a.txt'], { cwd }), importJson(['b.txt'], { cwd })])
    expect([a.ended.code, b.ended.code]).toEqual([0, 0])
    expect(a.report.totals.accepted).toBe(20_000)
    expect(b.report.totals.accepted).toBe(30_000)
    expect(a.report.totals.new + b.report.totals.new).toBe(30_000)
    expect(await indicators(cwd)).toBe(30_000)
    const shown = await sigmill(['show', 'host-7.example.com', '--json'], { cwd })
    expect(JSON.parse(shown.stdout)).toMatchObject({ sources: [{ feed: 'a' }, { feed: 'b' }] })
  })
})
