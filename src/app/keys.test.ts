import { describe, expect, test } from 'vitest'
import { secretsOf } from '../../tests/support/secrets.ts'
import { defaultSettings } from '../../tests/support/settings.ts'
import { MOMENT, storeWithClock } from '../../tests/support/stores.ts'
import { readIpAddress } from '../indicator/ip-network.ts'
import type { SettableClock } from '../platform/clock.ts'
import { nodeCrypto, type Crypto } from '../platform/crypto.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import { type Granter, holder, operator } from './keys/granter.ts'
import type { HeldKey } from './keys/verify-key.ts'
import { createKeys, type Keys, type MintedKey, type NewKey } from './keys.ts'

const MINUTE = 60_000_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const BY = operator('tester')

interface Journey {
  readonly keys: Keys
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly make: (request?: Partial<NewKey>, by?: Granter) => Promise<MintedKey>
  /** The holder of a key that is made. */
  readonly holderOf: (request: Partial<NewKey>) => Promise<Granter>
}

const open = async (crypto: Crypto = nodeCrypto): Promise<Journey> => {
  const { store, clock } = await storeWithClock()
  const secrets = await secretsOf(store)
  const keys = createKeys({ store, secrets, settings: await defaultSettings(), clock, crypto })
  const make: Journey['make'] = (request = {}, by = BY) => keys.create({ name: 'splunk', ...request }, by)
  const holderOf: Journey['holderOf'] = async (request) => {
    const verdict = await keys.verify((await make(request)).text)
    if (!verdict.valid) throw new Error(verdict.message)
    return holder(verdict.key, verdict.tier, verdict.secret.until)
  }
  return { keys, store, clock, make, holderOf }
}

const auditOf = async (store: IndicatorStore): Promise<readonly string[]> =>
  (await store.audit.entries(0, 100)).map(({ event, actor }) => `${event} by ${actor.slice(0, 12)}`)

describe('a key', () => {
  test('verifies and shows its tier', async () => {
    const { keys, make } = await open()
    const { text, key } = await make()
    expect(await keys.verify(text)).toMatchObject({ valid: true, key: { id: key.id }, tier: { name: 'pro' } })
  })

  test('is told by nothing that is kept', async () => {
    const { keys, make } = await open()
    const { text } = await make()
    const kept = JSON.stringify(await keys.list(BY))
    expect(kept).not.toContain(text)
    expect(kept).not.toContain(text.slice(12))
  })

  test('that is malformed, unknown or revoked gets one answer', async () => {
    const { keys, make } = await open()
    const { text, key } = await make()
    const { text: unknown } = await (await open()).make()
    await keys.revoke(key.id, 'test', BY)
    const answers = await Promise.all(['sk_live_nonsense', unknown, text].map((given) => keys.verify(given)))
    expect(answers[0]).toMatchObject({ valid: false, code: 'invalid_api_key' })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('that is revoked and expired is not valid, no more', async () => {
    const { keys, clock, make } = await open()
    const { text, key } = await make({ expiresInDays: 1 })
    await keys.revoke(key.id, 'test', BY)
    clock.set(MOMENT + 2 * DAY)
    expect(await keys.verify(text)).toMatchObject({ code: 'invalid_api_key' })
  })

  test('that expired is told so', async () => {
    const { keys, clock, make } = await open()
    const { text } = await make({ expiresInDays: 1 })
    expect(await keys.verify(text)).toMatchObject({ valid: true })
    clock.set(MOMENT + DAY)
    expect(await keys.verify(text)).toMatchObject({ valid: false, code: 'expired_api_key' })
  })

  test('of an account is one of as many live ones of its tier as the table allows', async () => {
    const { keys, make } = await open()
    const made = []
    for (let index = 0; index < 3; index++) made.push(await make({ tier: 'free' }))
    await expect(make({ tier: 'free' })).rejects.toMatchObject({ code: 'too_many_keys' })
    await make({ tier: 'free', account: 'another' })
    await keys.revoke(made[0]?.key.id ?? '', 'test', BY)
    await make({ tier: 'free' })
  })

  test('gets no further requests by keys that it makes and ends again', async () => {
    const { keys, clock, make, holderOf } = await open()
    const by = await holderOf({ tier: 'free', scopes: ['read:iocs', 'keys:self'] })
    const spent = await make({}, by)
    await make({ expiresInDays: 0.001 }, by)
    await keys.revoke(spent.key.id, 'used up', by)
    clock.set(MOMENT + HOUR)
    await expect(make({}, by)).rejects.toMatchObject({ code: 'too_many_keys' })
    await make({ tier: 'free' })
    clock.set(MOMENT + DAY + HOUR)
    await make({}, by)
  })

  test('that is held to a level or feeds has no scope that knows no such bounds', async () => {
    const { make } = await open()
    for (const scope of ['feeds:admin', 'guard:admin', 'metrics:read']) {
      for (const restriction of [{ maxTlp: 'amber' }, { feeds: ['a'] }]) {
        const wanted = make({ scopes: ['read:iocs', scope], ...restriction })
        await expect(wanted).rejects.toMatchObject({ code: 'invalid_parameter', details: { parameter: 'scopes' } })
      }
      await make({ scopes: [scope] })
    }
  })

  test('is named by id or by what is shown of it while it lives', async () => {
    const { keys, make } = await open()
    const { key } = await make()
    const prefix = `sk_live_${key.hint}`
    expect((await keys.named(prefix, BY)).id).toBe(key.id)
    expect((await keys.revoke(prefix, 'test', BY)).revoked).toEqual({ at: MOMENT, why: 'test' })
    expect((await keys.named(key.id, BY)).id).toBe(key.id)
    await expect(keys.named(prefix, BY)).rejects.toMatchObject({ code: 'not_found' })
    expect((await keys.revoke(key.id, 'again', BY)).revoked).toEqual((await keys.find(key.id, BY)).revoked)
    await expect(keys.revoke(`sk_live_${'a'.repeat(49)}`, 'test', BY)).rejects.toThrow(/^That is the secret of a key/)
    await expect(keys.revoke('nothing', 'test', BY)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that begins like another has to be named by its id', async () => {
    const crypto = { ...nodeCrypto, randomBytes: (count: number) => new Uint8Array(count) }
    let drawn = 0
    // The first bytes, which the beginning follows from, are always the same.
    crypto.randomBytes = (count) => new Uint8Array(count).fill(++drawn, -1)
    const { keys, make } = await open(crypto)
    const { key } = await make()
    await make()
    await expect(keys.named(`sk_live_${key.hint}`, BY)).rejects.toThrow('give the id')
  })

  test('leaves its making, its rotation and its end in the audit trail, and no secret', async () => {
    const { keys, store, make } = await open()
    const { text, key } = await make()
    const rotated = await keys.rotate(key.id, 60, BY)
    await keys.revoke(key.id, 'laptop lost', BY)
    expect(await auditOf(store)).toEqual([
      'key_created by user:tester',
      'key_rotated by user:tester',
      'key_revoked by user:tester'
    ])
    const trail = JSON.stringify(await store.audit.entries(0, 100))
    expect(trail).toContain('laptop lost')
    for (const secret of [text, rotated.text]) expect(trail).not.toContain(secret.slice(8))
  })
})

describe('a key that was let in', () => {
  const heldBy = async (keys: Keys, text: string): Promise<HeldKey> => {
    const verdict = await keys.verify(text)
    if (!verdict.valid) throw new Error(verdict.message)
    return verdict
  }

  test('still holds whatever becomes of others, and of its server secret', async () => {
    const { keys, store, make } = await open()
    const held = await heldBy(keys, (await make()).text)
    await keys.revoke((await make()).key.id, 'test', BY)
    expect(await keys.verifyAgain(held)).toMatchObject({ valid: true, key: { id: held.key.id } })
    await store.keys.rotateServerSecret(async () => 'another')
    expect(await keys.verifyAgain(held)).toMatchObject({ valid: true })
    await store.keys.dropFormerSecret()
    expect(await keys.verifyAgain(held)).toMatchObject({ valid: false, code: 'invalid_api_key' })
  })

  test('holds no longer once it was revoked, or has expired', async () => {
    const { keys, clock, make } = await open()
    const revoked = await heldBy(keys, (await make()).text)
    const expiring = await heldBy(keys, (await make({ expiresInDays: 1 })).text)
    await keys.revoke(revoked.key.id, 'test', BY)
    expect(await keys.verifyAgain(revoked)).toMatchObject({ valid: false, code: 'invalid_api_key' })
    clock.set(MOMENT + DAY)
    expect(await keys.verifyAgain(expiring)).toMatchObject({ valid: false, code: 'expired_api_key' })
  })

  test('holds as long as its secret does when that is rotated away', async () => {
    const { keys, clock, make } = await open()
    const [slow, fast] = [await heldBy(keys, (await make()).text), await heldBy(keys, (await make()).text)]
    await keys.rotate(slow.key.id, 3_600, BY)
    await keys.rotate(fast.key.id, 0, BY)
    expect([await keys.verifyAgain(slow), await keys.verifyAgain(fast)]).toMatchObject([
      { valid: true },
      { valid: false }
    ])
    clock.set(MOMENT + HOUR)
    expect(await keys.verifyAgain(slow)).toMatchObject({ valid: false })
  })
})

describe('a secret that was rotated away', () => {
  test('makes, rotates and revokes no key while it still holds, its own included', async () => {
    const { keys, store, make } = await open()
    const { text, key } = await make({ scopes: ['read:iocs', 'keys:self'] })
    const { key: other } = await make()
    const newer = await keys.rotate(key.id, 3_600, BY)
    const verdict = await keys.verify(text)
    if (!verdict.valid) throw new Error(verdict.message)
    const by = holder(verdict.key, verdict.tier, verdict.secret.until)
    const before = await store.keys.list()
    for (const attempt of [
      () => make({}, by),
      () => keys.rotate(key.id, 0, by),
      () => keys.rotate(other.id, 0, by),
      () => keys.revoke(key.id, 'mine', by),
      () => keys.revoke(other.id, 'mine', by)
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_grantable' })
    }
    expect(await store.keys.list()).toEqual(before)
    expect(await keys.list(by)).toHaveLength(2)
    expect(await keys.verify(newer.text)).toMatchObject({ valid: true })
  })
})

describe('the work for a key that does not hold', () => {
  const workOf = async (
    given: (journey: Journey) => Promise<string>,
    isRotated: boolean
  ): Promise<readonly string[]> => {
    const calls: string[] = []
    const crypto: Crypto = {
      ...nodeCrypto,
      hmacSha256Hex: (secret, text) => (calls.push('hmac'), nodeCrypto.hmacSha256Hex(secret, text)),
      equal: (a, b) => (calls.push('equal'), nodeCrypto.equal(a, b))
    }
    const { store, clock } = await storeWithClock()
    const marks = isRotated
      ? [
          { text: 'new', mark: 'n' },
          { text: 'old', mark: 'o' }
        ]
      : [{ text: 'old', mark: 'o' }]
    await store.keys.setSecretMark('o')
    if (isRotated) await store.keys.rotateServerSecret(async () => 'n')
    const [first = { text: '', mark: '' }, ...others] = marks
    const find = store.keys.findBySecret.bind(store.keys)
    Object.assign(store.keys, {
      findBySecret: async (hashes: readonly string[]) => (calls.push('find'), find(hashes))
    })
    const keys = createKeys({
      store,
      secrets: { live: async () => [first, ...others] },
      settings: await defaultSettings(),
      clock,
      crypto
    })
    const make: Journey['make'] = (request = {}) => keys.create({ name: 'x', ...request }, BY)
    const text = await given({ keys, store, clock, make, holderOf: async () => BY })
    calls.length = 0
    await keys.verify(text)
    return calls
  }

  const unknown = async (): Promise<string> => (await (await open()).make()).text
  const revoked = async ({ keys, make }: Journey): Promise<string> => {
    const { text, key } = await make()
    await keys.revoke(key.id, 'test', BY)
    return text
  }

  test.each([false, true])(
    'is the same whether it is unknown or revoked (server secret rotated: %s)',
    async (rotated) => {
      const work = await workOf(unknown, rotated)
      expect(work.filter((call) => call === 'hmac')).toHaveLength(rotated ? 2 : 1)
      expect(work.filter((call) => call === 'find')).toHaveLength(1)
      expect(await workOf(revoked, rotated)).toEqual(work)
    }
  )

  test('is none of the store where it is malformed', async () => {
    expect(await workOf(async ({ make }) => `${(await make()).text}x`, false)).toEqual([])
  })
})

describe('a rotation', () => {
  test('keeps the id, and both secrets hold until the overlap is over', async () => {
    const { keys, clock, make } = await open()
    const { text, key } = await make({ networks: ['192.0.2.0/24'] })
    const rotated = await keys.rotate(key.id, 3_600, BY)
    expect(rotated.key).toMatchObject({ id: key.id, networks: ['192.0.2.0/24'] })
    for (const secret of [text, rotated.text])
      expect(await keys.verify(secret)).toMatchObject({ valid: true, key: { id: key.id } })
    clock.set(MOMENT + HOUR)
    expect(await keys.verify(text)).toMatchObject({ valid: false, code: 'invalid_api_key' })
    expect(await keys.verify(rotated.text)).toMatchObject({ valid: true })
  })

  test('without overlap ends the secret of before at once', async () => {
    const { keys, make } = await open()
    const { text, key } = await make()
    await keys.rotate(key.id, 0, BY)
    expect(await keys.verify(text)).toMatchObject({ valid: false })
  })

  test('is of a key that lives', async () => {
    const { keys, clock, make } = await open()
    const { key } = await make({ expiresInDays: 1 })
    clock.set(MOMENT + DAY)
    await expect(keys.rotate(key.id, 0, BY)).rejects.toMatchObject({ code: 'key_state' })
    const { key: other } = await make()
    await keys.revoke(other.id, 'test', BY)
    await expect(keys.rotate(other.id, 0, BY)).rejects.toMatchObject({ code: 'key_state' })
  })

  test('by a key is of itself, or of one that it could have made', async () => {
    const { keys, make, holderOf } = await open()
    const by = await holderOf({ scopes: ['read:iocs', 'keys:self'] })
    const { key: reader } = await make()
    const { key: admin } = await make({ scopes: ['feeds:admin'] })
    const { key: free } = await make({ tier: 'free' })
    for (const one of [reader, free]) expect((await keys.rotate(one.id, 0, by)).key.id).toBe(one.id)
    await expect(keys.rotate(admin.id, 0, by)).rejects.toMatchObject({ code: 'not_grantable' })
    if (by.kind === 'holder') expect((await keys.rotate(by.key.id, 0, by)).key.id).toBe(by.key.id)
  })

  test('by a key of itself needs no right to give on what it has', async () => {
    const { keys, holderOf } = await open()
    const by = await holderOf({ scopes: ['keys:admin'] })
    if (by.kind === 'holder') expect((await keys.rotate(by.key.id, 0, by)).key.id).toBe(by.key.id)
  })

  test('by a key is refused where its target has a scope that is no longer known', async () => {
    const { keys, store, make, holderOf } = await open()
    const { key } = await make()
    const { key: odd } = await make()
    const by = await holderOf({ scopes: ['read:iocs', 'keys:self'] })
    const secret = { hash: 'f'.repeat(64), mark: key.secrets[0]?.mark ?? '', hint: 'x', until: undefined }
    await store.keys.add({ ...odd, id: 'odd', scopes: ['read:articles'], secrets: [secret] }, 50)
    await expect(keys.rotate('odd', 0, by)).rejects.toMatchObject({ code: 'not_grantable' })
  })
})

describe('what a key sees of others', () => {
  test('is its own account with keys:self, and everything with keys:admin', async () => {
    const { keys, make, holderOf } = await open()
    const { key: own } = await make({ account: 'acme' })
    const { key: foreign } = await make({ account: 'globex' })
    const self = await holderOf({ account: 'acme', scopes: ['keys:self'] })
    const admin = await holderOf({ account: 'ops', scopes: ['keys:admin'] })
    expect((await keys.list(self)).map(({ account }) => account)).toEqual(['acme', 'acme'])
    expect(await keys.list(admin)).toHaveLength(4)
    expect((await keys.find(own.id, self)).id).toBe(own.id)
    expect((await keys.find(foreign.id, admin)).id).toBe(foreign.id)
    for (const refused of [
      keys.find(foreign.id, self),
      keys.find('nothing', admin),
      keys.revoke(foreign.id, 'mine now', self),
      keys.rotate(foreign.id, 0, self)
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('the use of a key', () => {
  const use = (keys: Keys, { key }: MintedKey, address: string): void => keys.noteUse(key, readIpAddress(address))

  test('is written with the next flush, with its network and no closer', async () => {
    const { keys, make } = await open()
    const made = await make()
    use(keys, made, '203.0.113.77')
    expect((await keys.find(made.key.id, BY)).lastUsed).toBeUndefined()
    await keys.flush()
    expect((await keys.find(made.key.id, BY)).lastUsed).toEqual({ at: MOMENT, network: '203.0.113.0/24' })
  })

  test('is noted every five minutes at most, and from each network', async () => {
    const { keys, clock, make } = await open()
    const made = await make()
    const lastUsedAfter = async (at: number, address: string): Promise<unknown> => {
      clock.set(MOMENT + at)
      use(keys, made, address)
      await keys.flush()
      return (await keys.find(made.key.id, BY)).lastUsed
    }
    const first = { at: MOMENT, network: '203.0.113.0/24' }
    expect(await lastUsedAfter(0, '203.0.113.7')).toEqual(first)
    expect(await lastUsedAfter(4 * MINUTE, '203.0.113.8')).toEqual(first)
    const other = { at: MOMENT + 4 * MINUTE, network: '2001:db8:1::/48' }
    expect(await lastUsedAfter(4 * MINUTE, '2001:db8:1:2::3')).toEqual(other)
    expect(await lastUsedAfter(5 * MINUTE, '203.0.113.7')).toMatchObject({ at: MOMENT + 5 * MINUTE })
  })

  test('from a network that is new for it is news for the audit trail', async () => {
    const { keys, store, make } = await open()
    const made = await make()
    use(keys, made, '203.0.113.77')
    await keys.flush()
    use(keys, made, '198.51.100.1')
    keys.noteUse(made.key, undefined)
    await keys.flush()
    const entries = await store.audit.entries(0, 10)
    expect(entries.map(({ event, details }) => [event, details['network']])).toEqual([
      ['key_created', undefined],
      ['key_network', '198.51.100.0/24']
    ])
    expect(entries[1]).toMatchObject({ actor: `key:${made.key.id}`, details: { key: made.key.id } })
  })
})
