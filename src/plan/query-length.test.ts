import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LENGTHS_FILE, readLengths } from '../../tests/conformance/query-lengths/lengths.ts'
import { KINDS } from '../indicator/kind.ts'
import { queryLength, TOLERANCE } from './query-length.ts'
import { TARGET_PROFILES } from './target-profiles.ts'

const measured = readLengths(readFileSync(resolve(import.meta.dirname, '../..', LENGTHS_FILE), 'utf8'))

describe.each(TARGET_PROFILES)('the length of a query for $name', ({ name, rules }) => {
  const ours = measured.filter(({ target }) => target === name)

  it('is measured for every type', () => {
    expect([...new Set(ours.map(({ kind }) => kind))]).toEqual(KINDS)
  })

  it('is estimated within the tolerance, for one member and for a hundred', () => {
    const wrong = ours.filter(
      ({ kind, size, length }) => Math.abs(queryLength(rules.lengths[kind], size) - length) > TOLERANCE * length
    )
    expect(wrong).toEqual([])
  })
})
