import { expect, test } from 'vitest'
import { insideKind } from './address-kind.ts'
import { resolveHost } from './resolve-host.ts'

test('a name is looked up as the system does it', async () => {
  const found = await resolveHost('localhost')
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(insideKind))).toEqual(new Set(['loopback']))
})

test('a name that cannot be is not found', async () => {
  await expect(resolveHost('feeds..example')).rejects.toMatchObject({ syscall: 'getaddrinfo' })
})
