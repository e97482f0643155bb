import { expect, test } from 'vitest'
import { lineObjects } from './line-objects.ts'
import { onePiece } from './one-piece.ts'

test('objects are read from the lines of a list or of NDJSON, whatever else stands on others', async () => {
  const found = []
  for await (const object of lineObjects(onePiece('[\n{"a":1},\n{"b":[2]}\n]\n3\n{"c":\n{"d":4}'))) found.push(object)
  expect(found).toEqual([{ a: 1 }, { b: [2] }, { d: 4 }])
})
