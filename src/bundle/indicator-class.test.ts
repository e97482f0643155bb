import { describe, expect, it } from 'vitest'
import { bundleOf, EVERY_KIND } from '../../tests/support/written-bundle.ts'
import { KINDS } from '../indicator/kind.ts'
import { CLASSED_KINDS, classedEntries, INDICATOR_CLASSES } from './indicator-class.ts'

const classesOf = async (rows: typeof EVERY_KIND) => {
  const found: (readonly [string, string])[] = []
  for await (const { indicator, indicatorClass } of classedEntries(bundleOf({ rows }).entries(KINDS)))
    found.push([indicator.value.slice(0, 12), indicatorClass])
  return found
}

describe('the class of a row', () => {
  it('follows its kind, and of an address where its rule looks for it', async () => {
    expect(await classesOf(EVERY_KIND)).toEqual([
      ['192.0.2.1', 'destination-ip'],
      ['192.0.2.2', 'attacking-ip'],
      ['2001:db8::1', 'destination-ip'],
      ['evil.example', 'domain'],
      ['evil.example', 'url'],
      ['aaaaaaaaaaaa', 'file-hash'],
      ['bbbbbbbbbbbb', 'file-hash'],
      ['cccccccccccc', 'file-hash'],
      ['bad@evil.exa', 'sender']
    ])
  })

  it('is none of what cannot be observed', async () => {
    const others = KINDS.filter((kind) => !CLASSED_KINDS.some((classed) => classed === kind))
    expect(others).toEqual(['cve', 'mitre-attack'])
    expect(await classesOf(EVERY_KIND.filter(({ kind }) => others.includes(kind)))).toEqual([])
  })

  it('is known for every class', async () => {
    expect(new Set((await classesOf(EVERY_KIND)).map(([, name]) => name))).toEqual(new Set(INDICATOR_CLASSES))
  })
})
