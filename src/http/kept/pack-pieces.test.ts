import { expect, test } from 'vitest'
import { packPieces } from './pack-pieces.ts'

const LONG = Buffer.alloc(70_000, 'l')

test('short pieces are joined, long ones stay as they are', () => {
  const pieces = [Buffer.from('a'), Buffer.from('bc'), LONG, Buffer.from('d'), Buffer.from('')]
  const packed = packPieces(pieces)
  expect(packed.map(({ length }) => length)).toEqual([3, 70_000, 1])
  expect(packed[1]).toBe(LONG)
  expect(Buffer.concat(packed).equals(Buffer.concat(pieces))).toBe(true)
})

test('nothing of a larger memory is held on to', () => {
  const [packed] = packPieces([LONG.subarray(5, 10)])
  expect(packed?.buffer.byteLength).toBe(5)
})

test('joined pieces become no longer than twice what is long', () => {
  const packed = packPieces(Array.from({ length: 1_000 }, () => Buffer.alloc(1_000)))
  expect(Math.max(...packed.map(({ length }) => length))).toBeLessThan(2 * 65_536)
  expect(packed.reduce((sum, { length }) => sum + length, 0)).toBe(1_000_000)
})

test('a long piece that is cut from a much longer memory is copied', () => {
  const [packed] = packPieces([Buffer.alloc(262_144, 'm').subarray(0, 70_000)])
  expect([packed?.length, packed?.buffer.byteLength]).toEqual([70_000, 70_000])
})
