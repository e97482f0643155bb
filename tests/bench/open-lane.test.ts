import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openLane } from '../../bench/load/open-lane.ts'

const LANE = { name: 'polls', connections: 1, target: '/', headers: {} }

/** A server that hands its answers over, to be ended when it suits. */
const holdAnswers = async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const next = async (): Promise<ServerResponse> => {
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse]
    return response
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, next }
}

test('what is under way at the end is waited for, and counts by its time but not as an answer in it', async () => {
  const { origin, next } = await holdAnswers()
  const asked = next()
  const lane = openLane(LANE, origin)
  onTestFinished(() => lane.close())
  const response = await asked
  lane.stopAsking()
  expect(lane.underWay).toBe(1)
  response.end('late')
  await expect.poll(() => lane.underWay).toBe(0)
  const { answers, errors, longest } = lane.result()
  expect({ answers, errors }).toEqual({ answers: 0, errors: 0 })
  expect(longest).toBeGreaterThan(0)
})

test('what is never answered counts by how long it waits', async () => {
  const { origin, next } = await holdAnswers()
  const asked = next()
  const lane = openLane(LANE, origin)
  onTestFinished(() => lane.close())
  await asked
  lane.stopAsking()
  expect(lane.result().p99).toBeGreaterThan(0)
})

test('errors are told apart', async () => {
  const { origin, next } = await holdAnswers()
  const first = next()
  const lane = openLane(LANE, origin)
  onTestFinished(() => lane.close())
  const refused = await first
  const second = next()
  refused.writeHead(503).end()
  const answered = await second
  const third = next()
  answered.destroy()
  await third
  lane.stopAsking()
  expect(lane.result()).toMatchObject({ errors: 2, errorsBy: { 503: 1, broken: 1 } })
})
