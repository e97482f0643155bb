import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ResponseReader } from '../../bench/load/response-reader.ts'

const ANSWERS = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 304 Not Modified\r\nETag: W/"a"\r\nContent-Length: 9\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nb\r\nworld\r\nHTTP\r\n0\r\n\r\n',
  'HTTP/1.1 204 No Content\r\n\r\n',
  'HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n'
]

const statusesOf = (pieces: readonly Buffer[]): readonly number[] => {
  const statuses: number[] = []
  const reader = new ResponseReader(({ status }) => statuses.push(status))
  for (const piece of pieces) reader.feed(piece)
  return statuses
}

const cutAt = (bytes: Buffer, places: readonly number[]): readonly Buffer[] => {
  const sorted = [0, ...places.map((place) => place % bytes.length), bytes.length].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end))
}

test('answers are told apart wherever the connection cuts them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), (places) => {
      expect(statusesOf(cutAt(Buffer.from(ANSWERS.join('')), places))).toEqual([200, 304, 200, 204, 429])
    })
  )
})

test('an answer that is not whole is not counted', () => {
  for (const answer of ANSWERS) expect(statusesOf([Buffer.from(answer.slice(0, -1))])).toEqual([])
})
