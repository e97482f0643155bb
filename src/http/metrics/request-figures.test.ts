import { expect, test } from 'vitest'
import { RequestFigures } from './request-figures.ts'

const OPERATION = 'GET /api/v1/iocs'

const linesOf = (figures: RequestFigures): readonly string[] => figures.text().split('\n')

test('each request counts in the bucket of its time and in all above it', () => {
  const figures = new RequestFigures()
  for (const seconds of [0.001, 0.002, 121]) figures.answered({ operation: OPERATION, status: 200, seconds })
  const lines = linesOf(figures)
  for (const [bound, count] of [
    ['0.001', 1],
    ['0.0025', 2],
    ['120', 2],
    ['+Inf', 3]
  ]) {
    expect(lines).toContain(
      `sigmill_http_request_duration_seconds_bucket{le="${bound}",operation="${OPERATION}"} ${count}`
    )
  }
  expect(lines).toContain(`sigmill_http_request_duration_seconds_count{operation="${OPERATION}"} 3`)
  expect(lines).toContain(`sigmill_http_request_duration_seconds_sum{operation="${OPERATION}"} 121.003`)
})

test('requests are counted by operation and status', () => {
  const figures = new RequestFigures()
  for (const status of [200, 304, 304]) figures.answered({ operation: OPERATION, status, seconds: 0 })
  figures.answered({ operation: '', status: 404, seconds: 0 })
  expect(linesOf(figures).filter((line) => line.startsWith('sigmill_http_requests_total'))).toEqual([
    `sigmill_http_requests_total{operation="${OPERATION}",status="200"} 1`,
    `sigmill_http_requests_total{operation="${OPERATION}",status="304"} 2`,
    'sigmill_http_requests_total{operation="",status="404"} 1'
  ])
})

test('before the first request there are names, and no figures', () => {
  expect(linesOf(new RequestFigures()).filter((line) => line !== '' && !line.startsWith('# '))).toEqual([])
})
