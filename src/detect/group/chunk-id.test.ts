import { expect, test } from 'vitest'
import { chunkId } from './chunk-id.ts'

const CHUNK = { size: 500, filter: '', group: 'ipv4 high destination-ip high command-and-control', prefix: '3f' }

test('a chunk has the same id for ever', () => {
  expect(chunkId(CHUNK)).toBe('0701598f-a340-519a-af2f-22d577b95e94')
})

test('and another one when anything of it is different', () => {
  const ids = [
    CHUNK,
    { ...CHUNK, size: 100 },
    { ...CHUNK, filter: 'industry=energy' },
    { ...CHUNK, group: 'ipv4 low destination-ip low command-and-control' },
    { ...CHUNK, prefix: '3' }
  ].map(chunkId)
  expect(new Set(ids).size).toBe(ids.length)
})
