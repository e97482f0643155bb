import { expect, test } from 'vitest'
import { RefusedNetworks } from './refused-networks.ts'

const MINUTE = 60_000_000
const NOW = 1_779_012_000_000_000

test('a key and a network are told once in five minutes, whichever way the clock goes', () => {
  const refused = new RefusedNetworks()
  const at = (minutes: number): boolean => refused.take('key', '192.0.2.0/24', NOW + minutes * MINUTE)
  expect([0, 1, 4, 5, 6, -1, 0].map(at)).toEqual([true, false, false, true, false, true, false])
})

test('other networks and other keys are told of as well', () => {
  const refused = new RefusedNetworks()
  expect(refused.take('key', '192.0.2.0/24', NOW)).toBe(true)
  expect(refused.take('key', '198.51.100.0/24', NOW)).toBe(true)
  expect(refused.take('another', '192.0.2.0/24', NOW)).toBe(true)
})

test('of one key no more than 20 networks are told, and of all keys no more than 1,000', () => {
  const refused = new RefusedNetworks()
  const told = (keys: number, networks: number): number => {
    let count = 0
    for (let key = 0; key < keys; key++) {
      for (let network = 0; network < networks; network++) {
        if (refused.take(`key ${key}`, `2001:db8:${network}::/48`, NOW)) count += 1
      }
    }
    return count
  }
  expect(told(1, 100)).toBe(20)
  expect(told(100, 20)).toBe(980)
})
