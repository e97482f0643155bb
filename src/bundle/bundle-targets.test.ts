import { describe, expect, test } from 'vitest'
import { KINDS } from '../indicator/kind.ts'
import { BUNDLE_TARGETS, bundleTarget } from './bundle-targets.ts'
import { CLASSED_KINDS } from './indicator-class.ts'

test('a target is found by its name alone', () => {
  for (const target of BUNDLE_TARGETS) expect(bundleTarget(target.name)).toBe(target)
  for (const name of ['', 'Splunk', 'constructor']) expect(bundleTarget(name)).toBeUndefined()
})

describe.each(BUNDLE_TARGETS.map((target) => [target.name, target] as const))('the target %s', (name, target) => {
  test('has a name that stands in a path and a flag, of its own', () => {
    expect(name).toMatch(/^[a-z]+$/)
    expect(BUNDLE_TARGETS.filter((other) => other.name === name)).toHaveLength(1)
  })

  test('carries what can be observed, and says in a sentence why it leaves out the rest', () => {
    const leftOut = KINDS.filter((kind) => target.leavesOut[kind] !== undefined)
    expect(CLASSED_KINDS.filter((kind) => leftOut.includes(kind))).toEqual([])
    for (const reason of Object.values(target.leavesOut)) expect(reason).toMatch(/^[a-z].*[^.]$|^[A-Z]{2,}.*[^.]$/)
  })
})
