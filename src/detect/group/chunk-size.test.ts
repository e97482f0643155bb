import { expect, test } from 'vitest'
import { KINDS } from '../../indicator/kind.ts'
import { chunkSize } from './chunk-size.ts'

test('a chunk holds as many as were asked for, whatever the kind', () => {
  for (const kind of KINDS) expect(chunkSize(7, kind)).toBe(7)
})

test('what suits a kind is 100 for the long values of URLs and hashes, else 500', () => {
  const long = KINDS.filter((kind) => chunkSize('auto', kind) === 100)
  expect(long).toEqual(['url', 'md5', 'sha1', 'sha256'])
  for (const kind of KINDS) expect([100, 500]).toContain(chunkSize('auto', kind))
})
