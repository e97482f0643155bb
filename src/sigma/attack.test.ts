import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { env, execPath } from 'node:process'
import { describe, expect, it } from 'vitest'
import { ATTACK_VERSION, currentTechnique, isTechnique, tacticsOf } from './attack.ts'
import { DEPRECATED, SUCCESSORS, TECHNIQUES } from './attack-table.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DATA = resolve(ROOT, env['SIGMILL_TEST_DATA'] ?? '../shared/data')
const hasData = existsSync(DATA)
if (!hasData) console.warn(`${DATA} is missing: the ATT&CK table is not compared with its source.`)

describe('the ATT&CK table', () => {
  it.skipIf(!hasData)('is what its generator makes of the bundle', () => {
    execFileSync(execPath, ['--import', 'tsx', 'scripts/generate-attack-table.ts', '--check'], { cwd: ROOT })
  })

  it('leads every revoked technique to a current one', () => {
    expect([...SUCCESSORS.values()].filter((id) => !TECHNIQUES.has(id))).toEqual([])
  })

  it('holds every technique once, with tactics', () => {
    expect(new Set([...TECHNIQUES.keys(), ...DEPRECATED.keys(), ...SUCCESSORS.keys()]).size).toBe(835)
    expect([...TECHNIQUES.values(), ...DEPRECATED.values()].filter((tactics) => tactics.length === 0)).toEqual([])
  })

  it('says of which release it is', () => {
    expect(ATTACK_VERSION).toBe('18.1')
  })
})

describe.each([
  ['T1059.001', 'a current one', 'T1059.001', ['execution']],
  ['T1086', 'one that became another of the same name', 'T1059.001', ['execution']],
  ['T1162', 'one whose successor was revoked as well', 'T1647', ['defense-evasion']],
  ['T1064', 'a deprecated one', undefined, ['defense-evasion', 'execution']]
])('%s, %s', (id, _what, current, tactics) => {
  it('is a technique', () => {
    expect(isTechnique(id)).toBe(true)
  })

  it(`is kept as ${current}`, () => {
    expect(currentTechnique(id)).toBe(current)
  })

  it(`has the tactics ${tactics.join(', ')}`, () => {
    expect(tacticsOf(id)).toEqual(tactics)
  })
})

describe.each(['T9999', 'TA0005', 't1059', '', 'constructor'])('%j', (id) => {
  it('is no technique', () => {
    expect([isTechnique(id), currentTechnique(id), tacticsOf(id)]).toEqual([false, undefined, []])
  })
})
