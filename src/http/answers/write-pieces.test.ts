import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { writePieces } from './write-pieces.ts'

test('nothing is written for a client that has gone before', async () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.destroy()
  await writePieces([Buffer.from('one'), Buffer.from('two')], response)
  expect(response.headersSent).toBe(false)
})
