import { expect, test } from 'vitest'
import { isNetwork } from './network.ts'

test.each(['192.0.2.0/24', '192.0.2.1/32', '192.0.2.0/255.255.255.0', '2001:db8::/32', '::/0'])(
  '%s is a network',
  (text) => {
    expect(isNetwork(text)).toBe(true)
  }
)

test.each(['192.0.2.1', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/a', '2001:db8::/129', 'example.com/24', '/24', ''])(
  '%j is none',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  }
)
