import { expect, test } from 'vitest'
import { cutOff, endless, startFeedServer, unchanging } from '../../../../tests/support/feed-server.ts'
import { collected, collecting, inputTexts } from '../../../../tests/support/collecting.ts'
import { plain } from './plain.ts'

const LIST = '192.0.2.1\n'

test('a URL is one input, with the validators of its answer for the next run', async () => {
  const server = await startFeedServer()
  server.on('/list.txt', unchanging(LIST, '"1"'))
  const first = await collected(plain, { url: `${server.url}/list.txt` })
  expect(await inputTexts(first)).toEqual([{ name: `${server.url}/list.txt`, stem: 'list', text: LIST }])
  expect(first.finish()).toEqual({ etag: '"1"', lastModified: undefined })
  const again = await collecting(plain, { url: `${server.url}/list.txt`, validators: first.finish() })
  expect(again).toEqual({ kind: 'unchanged' })
})

test('a failure comes out of the input', async () => {
  const server = await startFeedServer()
  server.on('/', cutOff(LIST, 1_000))
  const run = await collected(plain, { url: server.url })
  await expect(inputTexts(run)).rejects.toMatchObject({ code: 'fetch_truncated' })
})

test('what is not read is let go', async () => {
  const server = await startFeedServer()
  server.on('/', endless(LIST))
  const run = await collected(plain, { url: server.url })
  await run.close()
  await server.idle()
  expect(server.requests).toHaveLength(1)
})
