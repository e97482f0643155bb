import { expect, test } from 'vitest'
import { DOMAIN } from './domain.ts'

test('a host name is put into its one spelling', () => {
  expect(DOMAIN.normalise('WWW.Example.COM.')).toEqual({ kind: 'domain', value: 'www.example.com' })
})

test('a port behind the name is kept beside it', () => {
  expect(DOMAIN.normalise('example.com:8443')).toEqual({ kind: 'domain', value: 'example.com', port: 8443 })
})

test.each([
  ['localhost', 'bad_host'],
  ['192.0.2.1', 'bad_host'],
  ['http://example.com', 'bad_host'],
  ['example.com:port', 'bad_port']
])('%s is refused as %s', (text, reason) => {
  expect(DOMAIN.normalise(text)).toMatchObject({ reason })
})
