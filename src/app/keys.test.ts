import { expect, test } from 'vitest'
import { MOMENT, storeWithClock } from '../../tests/support/stores.ts'
import { defaultSettings } from '../../tests/support/settings.ts'
import { nodeCrypto, type Crypto } from '../platform/crypto.ts'
import { createKeys, type Keys } from './keys.ts'
import type { SettableClock } from '../platform/clock.ts'

const DAY = 86_400_000_000

const open = async (): Promise<{ keys: Keys; clock: SettableClock }> => {
  const { store, clock } = await storeWithClock()
  const parts = { store: store.keys, secret: 'a secret of the server', settings: await defaultSettings() }
  return { clock, keys: createKeys({ ...parts, clock, crypto: nodeCrypto }) }
}

const NEW = { tier: 'pro', name: 'splunk', account: 'default', expiresInDays: undefined }

test('a created key verifies and shows its tier', async () => {
  const { keys } = await open()
  const { text, key } = await keys.create(NEW)
  expect(await keys.verify(text)).toMatchObject({ valid: true, key: { id: key.id }, tier: { name: 'pro' } })
})

test('nothing that is kept tells the key', async () => {
  const { keys } = await open()
  const { text } = await keys.create(NEW)
  const kept = JSON.stringify(await keys.list())
  expect(kept).not.toContain(text)
  expect(kept).not.toContain(text.slice(12))
})

test('malformed, unknown and revoked keys get one answer', async () => {
  const { keys } = await open()
  const { text, key } = await keys.create(NEW)
  const other = await open()
  const { text: unknown } = await other.keys.create(NEW)
  await keys.revoke(key.id, 'test')
  const answers = await Promise.all(['sk_live_nonsense', unknown, text].map((given) => keys.verify(given)))
  expect(answers[0]).toMatchObject({ valid: false, code: 'invalid_api_key' })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('an unknown key costs what a revoked one costs', async () => {
  const { store, clock } = await storeWithClock()
  const calls: string[] = []
  const crypto: Crypto = {
    ...nodeCrypto,
    hmacSha256Hex: (secret, text) => (calls.push('hmac'), nodeCrypto.hmacSha256Hex(secret, text)),
    equal: (a, b) => (calls.push('equal'), nodeCrypto.equal(a, b))
  }
  const keys = createKeys({ store: store.keys, secret: 'a secret', settings: await defaultSettings(), clock, crypto })
  const { text, key } = await keys.create(NEW)
  const { text: unknown } = await (await open()).keys.create(NEW)
  await keys.revoke(key.id, 'test')
  const workOf = async (given: string): Promise<readonly string[]> => {
    calls.length = 0
    await keys.verify(given)
    return [...calls]
  }
  expect(await workOf(unknown)).toEqual(await workOf(text))
})

test('a key that is revoked and expired is not valid, no more', async () => {
  const { keys, clock } = await open()
  const { text, key } = await keys.create({ ...NEW, expiresInDays: 1 })
  await keys.revoke(key.id, 'test')
  clock.set(MOMENT + 2 * DAY)
  expect(await keys.verify(text)).toMatchObject({ code: 'invalid_api_key' })
})

test('an expired key is told so', async () => {
  const { keys, clock } = await open()
  const { text } = await keys.create({ ...NEW, expiresInDays: 1 })
  expect(await keys.verify(text)).toMatchObject({ valid: true })
  clock.set(MOMENT + DAY)
  expect(await keys.verify(text)).toMatchObject({ valid: false, code: 'expired_api_key' })
})

test('an account holds as many live keys of a tier as the table allows', async () => {
  const { keys } = await open()
  const made = []
  for (let index = 0; index < 3; index++) made.push(await keys.create({ ...NEW, tier: 'free' }))
  await expect(keys.create({ ...NEW, tier: 'free' })).rejects.toMatchObject({ code: 'too_many_keys' })
  await keys.create({ ...NEW, tier: 'free', account: 'another' })
  await keys.revoke(made[0]?.key.id ?? '', 'test')
  await keys.create({ ...NEW, tier: 'free' })
})

test('a key is revoked by id or by what is shown of it, once', async () => {
  const { keys } = await open()
  const { key } = await keys.create(NEW)
  expect((await keys.revoke(`sk_live_${key.hint}`, 'test')).id).toBe(key.id)
  await expect(keys.revoke(key.id, 'again')).rejects.toMatchObject({ code: 'not_found' })
  await expect(keys.revoke('nothing', 'test')).rejects.toMatchObject({ code: 'not_found' })
})

test('a tier that the configuration lacks and an impossible lifetime are refused', async () => {
  const { keys } = await open()
  await expect(keys.create({ ...NEW, tier: 'gold' })).rejects.toThrow(/There is no tier "gold"/)
  await expect(keys.create({ ...NEW, expiresInDays: 0 })).rejects.toMatchObject({ code: 'invalid_parameter' })
})
