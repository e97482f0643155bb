import { expect, test } from 'vitest'
import { MOMENT, storeWithClock } from '../../tests/support/stores.ts'
import { defaultSettings } from '../../tests/support/settings.ts'
import { nodeCrypto } from '../platform/crypto.ts'
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
