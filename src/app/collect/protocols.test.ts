import { expect, test } from 'vitest'
import { protocolFor } from './protocols.ts'

test('a format that is a protocol is collected by it, any other as a single file', () => {
  const names = ['taxii', 'misp-feed', 'misp', 'csv', undefined].map((format) => protocolFor(format).name)
  expect(names).toEqual(['taxii', 'misp-feed', 'plain', 'plain', 'plain'])
})
