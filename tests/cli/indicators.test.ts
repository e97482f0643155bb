import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settableClock } from '../../src/platform/clock.ts'
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { importInputs, textInput } from '../support/feeds.ts'
import { folderWith, like, sigmill } from './program.ts'

const VALUE = 'http://files.example.org/a?b=1'

let original: string

beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'sigmill-test-'))
  const cwd = original
  await writeFile(join(cwd, 'list.txt'), `${VALUE}\n203.0.113.42\n`)
  await sigmill(['import', 'list.txt', '--feed', 'one', '--confidence', 'low'], { cwd })
  await sigmill(['import', 'list.txt', '--feed', 'two', '--confidence', 'high', '--tlp', 'green'], { cwd })
})

afterAll(async () => {
  await rm(original, { recursive: true })
})

/** A folder with a store of two indicators, from two feeds each. */
const kept = async (): Promise<string> => {
  const cwd = await folderWith({})
  await cp(original, cwd, { recursive: true })
  return cwd
}

describe('sigmill show', () => {
  it('shows an indicator in any spelling, with every source and its rule', async () => {
    const cwd = await kept()
    const { code, stdout } = await sigmill(['show', 'hxxp://files[.]example[.]org/a?b=1'], { cwd })
    expect(stdout).toMatch(/^url +https?:\/\/files\.example\.org\/a\?b=1$|^url +\S*files\.example\.org\/a\?b=1$/m)
    expect(stdout).toMatch(/^confidence +high$/m)
    expect(stdout).toMatch(/^source one$[^]*^source two$/m)
    expect(stdout).toMatch(/^ {2}TLP +green$/m)
    expect(stdout).toMatch(/^title: '.+'$/m)
    expect(code).toBe(0)
  })

  it('prints one JSON object for each value', async () => {
    const cwd = await kept()
    const one = JSON.parse((await sigmill(['show', '203.0.113.42', '--json'], { cwd })).stdout) as object
    expect(one).toMatchObject({
      type: 'ipv4',
      value: '203.0.113.42',
      confidence: 'high',
      removed: null,
      no_rule: null,
      sources: [
        { feed: 'one', confidence: 'low', tlp: null },
        { feed: 'two', confidence: 'high', tlp: 'green' }
      ],
      rule: like(/^title: /)
    })
  })

  it('says of a value that is not there what it was taken for', async () => {
    const cwd = await kept()
    const { code, stderr } = await sigmill(['show', '192.0.2.99'], { cwd })
    expect(stderr).toBe('sigmill: The store holds no ipv4 192.0.2.99.\n')
    expect(code).toBe(1)
  })

  it('refuses what is no indicator, without obeying it', async () => {
    const cwd = await kept()
    const { code, stderr } = await sigmill(['show', '\u001b[2Jnothing of the kind\n'], { cwd })
    expect(stderr).toMatch(/^sigmill: VALUE .+\n$/)
    expect(stderr).not.toContain('\u001b')
    expect(code).toBe(2)
  })
})

describe('sigmill remove', () => {
  it('takes an indicator out, keeps why, and a later sighting returns it', async () => {
    const cwd = await kept()
    const removed = await sigmill(['remove', '203[.]0[.]113[.]42', '--why', 'our own scanner'], { cwd })
    expect(removed).toMatchObject({ code: 0, stderr: '' })
    expect((await sigmill(['rules', '--type', 'ipv4'], { cwd })).stdout).toMatch(/^# /)
    expect((await sigmill(['show', '203.0.113.42'], { cwd })).stdout).toMatch(/^removed +.+Z: our own scanner$/m)
    await sigmill(['import', 'list.txt', '--feed', 'three'], { cwd })
    const back = JSON.parse((await sigmill(['show', '203.0.113.42', '--json'], { cwd })).stdout) as object
    expect(back).toMatchObject({ removed: null, sources: [{ feed: 'three' }] })
  })

  it('wants a reason', async () => {
    const cwd = await kept()
    for (const args of [[], ['--why', '']]) {
      const { code, stderr } = await sigmill(['remove', '203.0.113.42', ...args], { cwd })
      expect(stderr).toContain('--why')
      expect(code).toBe(2)
    }
  })

  it('takes a false positive out of a store that is ahead of the clock, where imports wait to be confirmed', async () => {
    const cwd = await folderWith({ 'list.txt': '203.0.113.42\n', 'more.txt': '203.0.113.43\n' })
    const ahead = (Date.now() + 3 * 86_400_000) * 1_000
    const clock = settableClock(ahead)
    const store = await openSqliteStore(join(cwd, 'sigmill.db'), {
      now: () => clock.now(),
      acceptClock: false,
      create: true
    })
    await importInputs(store, clock, [textInput('list', '203.0.113.42\n')])
    await store.close()
    const refused = await sigmill(['import', 'more.txt'], { cwd })
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('--accept-clock')
    expect((await sigmill(['remove', '203.0.113.42', '--why', 'ours'], { cwd })).code).toBe(0)
    expect((await sigmill(['import', 'more.txt', '--accept-clock'], { cwd })).code).toBe(0)
  })

  it('says when there is nothing to remove, or nothing any more', async () => {
    const cwd = await kept()
    expect(await sigmill(['remove', '192.0.2.99', '--why', 'x'], { cwd })).toMatchObject({ code: 1 })
    await sigmill(['remove', '203.0.113.42', '--why', 'once'], { cwd })
    const { code, stderr } = await sigmill(['remove', '203.0.113.42', '--why', 'twice'], { cwd })
    expect(stderr).toContain('already removed')
    expect(code).toBe(1)
  })
})

describe('sigmill stats', () => {
  it('counts by type, confidence and feed', async () => {
    const cwd = await kept()
    const { code, stdout } = await sigmill(['stats'], { cwd })
    expect(stdout).toMatch(/^indicators +2$/m)
    expect(stdout).toMatch(/^ {2}ipv4 +1$/m)
    expect(stdout).toMatch(/^ {2}high +2$/m)
    expect(stdout).toMatch(/^ {2}two +2 {2}last seen \d{4}-\d\d-\d\d$/m)
    expect(code).toBe(0)
  })

  it('prints the figures as JSON', async () => {
    const cwd = await kept()
    await sigmill(['remove', '203.0.113.42', '--why', 'ours'], { cwd })
    expect(JSON.parse((await sigmill(['stats', '--json'], { cwd })).stdout)).toMatchObject({
      indicators: 1,
      removed: 1,
      withheld: 0,
      by_type: { url: 1, ipv4: 0 },
      by_confidence: { high: 1, medium: 0, low: 0 },
      feeds: [
        { feed: 'one', indicators: 1 },
        { feed: 'two', indicators: 1 }
      ]
    })
  })
})
