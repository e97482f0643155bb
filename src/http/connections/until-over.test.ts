import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { untilOver } from './until-over.ts'

const answer = (): ServerResponse => new ServerResponse(new IncomingMessage(new Socket()))

test('an answer is over once its client has gone, or the server stops', () => {
  const stopping = new AbortController()
  const [closed, stopped] = [answer(), answer()]
  const signals = [closed, stopped].map((response) => untilOver(response, stopping.signal))
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  closed.emit('close')
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  stopping.abort()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
})

test('an answer whose client went before anyone asked is over at once', () => {
  const response = answer()
  response.destroy()
  expect(untilOver(response, new AbortController().signal).aborted).toBe(true)
})
