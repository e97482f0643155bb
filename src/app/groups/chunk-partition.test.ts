import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf } from '../../indicator/id-digits.ts'
import { ruleId } from '../../indicator/rule-id.ts'
import { createChunkPartition, type Piece } from './chunk-partition.ts'

const cut = (ids: readonly string[], size: number): readonly Piece[] => {
  const partition = createChunkPartition(size)
  return [...ids.flatMap((id) => partition.add(id)), ...partition.end()]
}

/** The same by definition: the whole, where it is small enough, else each child of its own. */
const cutByDefinition = (ids: readonly string[], size: number, prefix = ''): readonly Piece[] => {
  const members = ids.filter((id) => digitsOf(id).startsWith(prefix)).length
  if (members === 0) return []
  if (members <= size) return [{ prefix, members }]
  return '0123456789abcdef'.split('').flatMap((digit) => cutByDefinition(ids, size, prefix + digit))
}

/** Ids of which many begin alike. */
const close = fc
  .tuple(fc.constantFrom('0', '00000000', '00000000-000', 'f'), fc.nat(40))
  .map(([head, number]) => head + ruleId('domain', `${number}.example`).slice(head.length))

const ids = fc
  .uniqueArray(fc.oneof(close, fc.uuid({ version: 5 })), { maxLength: 60 })
  .map((unsorted): readonly string[] => unsorted.toSorted())

const size = fc.integer({ min: 1, max: 12 })

const prefixes = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ prefix }) => prefix)

describe('the pieces of a set of ids', () => {
  it('are the shortest prefixes with few enough members, in the order of the ids', () => {
    fc.assert(
      fc.property(ids, size, (set, most) => {
        expect(cut(set, most)).toEqual(cutByDefinition(set, most))
      })
    )
  })

  it('hold every id exactly once', () => {
    fc.assert(
      fc.property(ids, size, (set, most) => {
        const found = prefixes(cut(set, most))
        for (const id of set) expect(found.filter((prefix) => digitsOf(id).startsWith(prefix))).toHaveLength(1)
      })
    )
  })

  it('change in one place when one id comes: one piece grows or is new, or gives way to its children', () => {
    fc.assert(
      fc.property(ids, close, size, (set, added, most) => {
        fc.pre(!set.includes(added))
        const before = prefixes(cut(set, most))
        const after = prefixes(cut([...set, added].toSorted(), most))
        const gone = before.filter((prefix) => !after.includes(prefix))
        const fresh = after.filter((prefix) => !before.includes(prefix))
        expect(gone.length).toBeLessThanOrEqual(1)
        if (gone.length === 0) expect(fresh.length).toBeLessThanOrEqual(1)
        for (const prefix of fresh)
          expect(digitsOf(added).startsWith(prefix) || prefix.startsWith(gone[0] ?? '-')).toBe(true)
      })
    )
  })

  it('are one, of no digits, where all fit; and none where there are no ids', () => {
    const few = [ruleId('domain', 'a.example'), ruleId('domain', 'b.example')].toSorted()
    expect(cut(few, 2)).toEqual([{ prefix: '', members: 2 }])
    expect(cut([], 2)).toEqual([])
  })
})
