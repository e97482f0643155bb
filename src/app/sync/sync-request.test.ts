import { expect, test } from 'vitest'
import { isOpenToAll, readServerUrl } from './sync-request.ts'

test.each([
  ['https://sigmill.example', 'https://sigmill.example/api/v1/iocs/sigma'],
  ['https://sigmill.example/', 'https://sigmill.example/api/v1/iocs/sigma'],
  ['http://[::1]:8787/mill/', 'http://[::1]:8787/mill/api/v1/iocs/sigma'],
  ['https://sigmill.example/api/v1/iocs/sigma/', 'https://sigmill.example/api/v1/iocs/sigma']
])('the export of %s is %s', (text, href) => {
  expect(readServerUrl(text, '--from').href).toBe(href)
})

test.each([
  'sigmill.example',
  'ftp://sigmill.example',
  'https://key@sigmill.example',
  'https://sigmill.example/?api_key=x',
  'https://sigmill.example/#x'
])('%s is no address of a server', (text) => {
  expect(() => readServerUrl(text, '--from')).toThrow(expect.objectContaining({ code: 'invalid_parameter' }))
})

test('a key in an address is not repeated', () => {
  expect(() => readServerUrl('https://u:sk_live_x@sigmill.example', '--from')).not.toThrow(/sk_live_x/)
})

test.each([
  ['http://sigmill.example', true],
  ['http://10.0.0.1', true],
  ['http://127.0.0.1.example', true],
  ['http://127.0.0.1:8787', false],
  ['http://localhost', false],
  ['http://[::1]', false],
  ['https://sigmill.example', false]
])('whether everybody can read the key on the way to %s: %s', (text, isOpen) => {
  expect(isOpenToAll(new URL(text))).toBe(isOpen)
})
