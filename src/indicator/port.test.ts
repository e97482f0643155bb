import { expect, test } from 'vitest'
import { isPort, readPort } from './port.ts'

test('ports are 1 to 65535', () => {
  expect(readPort('1')).toBe(1)
  expect(readPort('00443')).toBe(443)
  expect(readPort('65535')).toBe(65_535)
  expect(isPort(1.5)).toBe(false)
})

test.each(['', '0', '65536', '-1', '+80', '8o', ' 80', '1e3'])('%j is refused', (text) => {
  expect(readPort(text)).toEqual({ reason: 'bad_port', detail: text })
})
