import { describe, expect, test } from 'vitest'
import { secretPlace, secretsOf } from '../../../tests/support/secrets.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../../tests/support/stores.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { settableClock } from '../../platform/clock.ts'
import type { IndicatorStore } from '../../store/indicator-store.ts'
import { createKeys, type Keys } from '../keys.ts'
import { operator } from './granter.ts'
import { dropFormerSecret, rotateServerSecret } from './rotate-server-secret.ts'
import type { SecretSource } from './secret-source.ts'

const BY = operator('tester')

const newStore = async (): Promise<IndicatorStore> => (await storeWithClock()).store

const newestOf = async (store: IndicatorStore, source: SecretSource): Promise<string> =>
  (await (await secretsOf(store, source)).live())[0].text

/** The keys of a store as one process has them. */
const processOn = async (store: IndicatorStore, source: SecretSource): Promise<Keys> =>
  createKeys({
    store,
    secrets: await secretsOf(store, source),
    settings: await defaultSettings(),
    clock: settableClock(MOMENT),
    crypto: nodeCrypto
  })

const rotationOf = (store: IndicatorStore, source: SecretSource) => ({
  store,
  source,
  crypto: nodeCrypto,
  clock: settableClock(MOMENT)
})

const isValid = async (keys: Keys, text: string): Promise<boolean> => (await keys.verify(text)).valid

describe('the server secret', () => {
  test('is made with the first use, and found by later ones', async () => {
    const store = await newStore()
    expect(await newestOf(store, secretPlace())).toBe('made on demand')
    expect(await newestOf(store, secretPlace('made on demand'))).toBe('made on demand')
  })

  test('that is gone stops everything, and it is said what to bring back', async () => {
    const store = await newStore()
    await secretsOf(store, secretPlace('the first'))
    await expect(secretsOf(store, secretPlace())).rejects.toMatchObject({
      code: 'secret_missing',
      message: expect.stringContaining('sigmill.db.secret') as string
    })
  })

  test('of another store is refused', async () => {
    const store = await newStore()
    await secretsOf(store, secretPlace('the first'))
    await expect(secretsOf(store, secretPlace('the second'))).rejects.toMatchObject({ code: 'secret_wrong' })
  })
})

describe('a rotation of the server secret', () => {
  test('keeps old keys working, also in a process that runs, and brings each under the new one when it is used', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const server = await processOn(store, source)
    const { text } = await server.create({ name: 'a' }, BY)
    expect(await rotateServerSecret(rotationOf(store, source), BY)).toBe(1)
    expect(source.held()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 'the first'])

    expect(await isValid(server, text)).toBe(true)
    await server.flush()
    expect(await store.keys.restingOnFormer(MOMENT)).toBe(0)
    expect(await isValid(server, text)).toBe(true)
    await server.flush()
    expect((await server.list(BY))[0]?.secrets).toHaveLength(1)
  })

  test('lets a process that runs know keys that another one makes under the new secret', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const server = await processOn(store, source)
    await server.create({ name: 'a' }, BY)
    await rotateServerSecret(rotationOf(store, source), BY)
    const { text } = await (await processOn(store, source)).create({ name: 'b' }, BY)
    expect(await isValid(server, text)).toBe(true)
    expect((await server.create({ name: 'c' }, BY)).key.secrets[0]?.mark).toBe(
      (await store.keys.secretMarks())?.current
    )
  })

  test('leaves a process that cannot have the new secret with the keys that it knows', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const alone = await processOn(store, secretPlace('the first'))
    const { text } = await alone.create({ name: 'a' }, BY)
    await rotateServerSecret(rotationOf(store, source), BY)
    const { text: newer } = await (await processOn(store, source)).create({ name: 'b' }, BY)
    expect(await isValid(alone, text)).toBe(true)
    expect(await isValid(alone, newer)).toBe(false)
  })

  test('is refused while keys rest on the secret of before the last one', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const keys = await processOn(store, source)
    const { text } = await keys.create({ name: 'a' }, BY)
    await rotateServerSecret(rotationOf(store, source), BY)
    await expect(rotateServerSecret(rotationOf(store, source), BY)).rejects.toMatchObject({ code: 'secret_rotating' })
    expect(source.held()[1]).toBe('the first')
    await keys.verify(text)
    await keys.flush()
    expect(await rotateServerSecret(rotationOf(store, source), BY)).toBe(1)
    expect(source.held()).not.toContain('the first')
    expect(await isValid(keys, text)).toBe(true)
  })

  test('that was cut off before the store knew of it is taken up again with the same secret', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const { text } = await (await processOn(store, source)).create({ name: 'a' }, BY)
    const cutOff = secretPlace('the next', 'the first')
    expect(await isValid(await processOn(store, cutOff), text)).toBe(true)
    await rotateServerSecret(rotationOf(store, cutOff), BY)
    expect(cutOff.held()).toEqual(['the next', 'the first'])
    expect(await newestOf(store, cutOff)).toBe('the next')
  })

  test('where the operator keeps the secret wants both from there', async () => {
    const store = await newStore()
    const { text } = await (await processOn(store, secretPlace('the first'))).create({ name: 'a' }, BY)
    const kept = (...secrets: readonly string[]): SecretSource => ({ ...secretPlace(...secrets), replace: undefined })
    await expect(rotateServerSecret(rotationOf(store, kept('the first')), BY)).rejects.toThrow('SIGMILL_FORMER_SECRET')
    const both = kept('the next', 'the first')
    const server = await processOn(store, both)
    await rotateServerSecret(rotationOf(store, both), BY)
    expect(await newestOf(store, both)).toBe('the next')
    expect(await isValid(server, text)).toBe(true)
    await server.flush()
    expect(await dropFormerSecret(rotationOf(store, both), BY)).toBe(0)
    expect(await isValid(await processOn(store, kept('the next')), text)).toBe(true)
  })

  test('needs a secret, and the one that is there', async () => {
    const store = await newStore()
    await expect(rotateServerSecret(rotationOf(store, secretPlace('x')), BY)).rejects.toMatchObject({
      code: 'not_found'
    })
    await secretsOf(store, secretPlace('the first'))
    for (const source of [secretPlace(), secretPlace('another')]) {
      await expect(rotateServerSecret(rotationOf(store, source), BY)).rejects.toMatchObject({ code: 'secret_wrong' })
    }
  })

  test('leaves entries in the audit trail', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    await secretsOf(store, source)
    await rotateServerSecret(rotationOf(store, source), BY)
    await dropFormerSecret(rotationOf(store, source), BY)
    expect((await store.audit.entries(0, 10)).map(({ event }) => event)).toEqual(['secret_rotated', 'secret_dropped'])
  })
})

describe('the former server secret', () => {
  test('can be given up with the keys that still rest on it', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    const keys = await processOn(store, source)
    const { text } = await keys.create({ name: 'a' }, BY)
    await rotateServerSecret(rotationOf(store, source), BY)
    const { text: newer } = await keys.create({ name: 'b' }, BY)
    expect(await dropFormerSecret(rotationOf(store, source), BY)).toBe(1)
    expect(source.held()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect([await isValid(keys, text), await isValid(keys, newer)]).toEqual([false, true])
    await expect(dropFormerSecret(rotationOf(store, source), BY)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that is gone while keys rest on it stops everything', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    await (await processOn(store, source)).create({ name: 'a' }, BY)
    await rotateServerSecret(rotationOf(store, source), BY)
    const [newest = ''] = source.held()
    await expect(secretsOf(store, secretPlace(newest))).rejects.toMatchObject({
      code: 'secret_missing',
      message: expect.stringContaining('--drop-former') as string
    })
  })

  test('that is gone is not missed where no key rests on it', async () => {
    const [store, source] = [await newStore(), secretPlace('the first')]
    await secretsOf(store, source)
    await rotateServerSecret(rotationOf(store, source), BY)
    const [newest = ''] = source.held()
    expect(await newestOf(store, secretPlace(newest))).toBe(newest)
  })
})
