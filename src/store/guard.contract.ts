import { describe, expect, test } from 'vitest'
import { ENTRY_SHAPE_NAMES, type GuardEntry } from '../indicator/guard-list.ts'
import type { AddedGuardEntry, LoadedGuardList } from './guard-store.ts'
import { NOON, openAt, type MakePlace } from './store-under-test.contract.ts'

const list = (name: string, parts: Partial<LoadedGuardList> = {}): LoadedGuardList => ({
  name,
  mode: 'block',
  why: 'well-known sites',
  until: undefined,
  kinds: ['domain', 'url'],
  coversMail: false,
  origin: `lists/${name}.json`,
  loaded: NOON,
  ...parts
})

const site = (text: string): GuardEntry => ({ shape: 'below', text })

const added = (text: string, parts: Partial<AddedGuardEntry> = {}): AddedGuardEntry => ({
  shape: 'below',
  text,
  mode: 'block',
  why: 'our own',
  until: undefined,
  added: NOON,
  ...parts
})

export const describeGuard = (makePlace: MakePlace): void => {
  describe('lists of the guard', () => {
    test('are kept as they were given, with the number of their entries', async () => {
      const { guard } = await openAt(makePlace())
      const mail = list('a mail list', { mode: 'inform', until: 20_600, kinds: ['email'], coversMail: true })
      const entries = ENTRY_SHAPE_NAMES.map((shape) => ({ shape, text: `${shape}.example.com` }))
      await guard.putList(list('sites'), [site('b.example'), site('a.example'), site('b.example')])
      await guard.putList(mail, entries)
      expect(await guard.lists()).toEqual([
        { ...mail, size: ENTRY_SHAPE_NAMES.length },
        { ...list('sites'), size: 2 }
      ])
      expect(new Set(await guard.entriesOf('sites'))).toEqual(new Set([site('a.example'), site('b.example')]))
      expect(new Set(await guard.entriesOf('a mail list'))).toEqual(new Set(entries))
      expect(await guard.entriesOf('none')).toEqual([])
    })

    test('take the place of one of the same name, whole', async () => {
      const { guard } = await openAt(makePlace())
      await guard.putList(list('sites'), [site('a.example'), site('b.example')])
      await guard.putList(list('others'), [site('a.example')])
      await guard.putList(list('sites', { why: 'newer' }), [site('c.example')])
      expect(await guard.entriesOf('sites')).toEqual([site('c.example')])
      expect((await guard.lists()).map(({ name, why, size }) => [name, why, size])).toEqual([
        ['others', 'well-known sites', 1],
        ['sites', 'newer', 1]
      ])
    })

    test('stay as they were when another one cannot be read to its end', async () => {
      const { guard } = await openAt(makePlace())
      await guard.putList(list('sites'), [site('a.example')])
      const breaking = function* (): Generator<GuardEntry> {
        yield site('b.example')
        throw new Error('the file breaks off')
      }
      await expect(guard.putList(list('sites'), breaking())).rejects.toThrow('breaks off')
      expect(await guard.entriesOf('sites')).toEqual([site('a.example')])
    })

    test('go with their entries', async () => {
      const { guard } = await openAt(makePlace())
      await guard.putList(list('sites'), [site('a.example')])
      expect(await guard.removeList('sites')).toBe(true)
      expect(await guard.removeList('sites')).toBe(false)
      expect(await guard.lists()).toEqual([])
      expect(await guard.entriesOf('sites')).toEqual([])
    })
  })

  describe('entries of the guard', () => {
    test('are kept oldest first, and take the place of the same one', async () => {
      const { guard } = await openAt(makePlace())
      const later = added('192.0.2.0/24', { shape: 'network', added: NOON + 2, until: 20_600 })
      await guard.putEntry(later)
      await guard.putEntry(added('a.example', { why: 'a mistake' }))
      await guard.putEntry(added('a.example', { mode: 'inform', added: NOON + 1 }))
      await guard.putEntry(added('a.example', { shape: 'alone' }))
      expect(await guard.added()).toEqual([
        added('a.example', { shape: 'alone' }),
        added('a.example', { mode: 'inform', added: NOON + 1 }),
        later
      ])
    })

    test('are removed by what they are', async () => {
      const { guard } = await openAt(makePlace())
      await guard.putEntry(added('a.example'))
      expect(await guard.removeEntry({ shape: 'alone', text: 'a.example' })).toBe(false)
      expect(await guard.removeEntry({ shape: 'below', text: 'a.example' })).toBe(true)
      expect(await guard.added()).toEqual([])
    })
  })

  test('the guard counts its version with every write that changes something, and with nothing else', async () => {
    const store = await openAt(makePlace())
    const versionAfter = async (work: Promise<unknown>): Promise<number> => {
      await work
      return (await store.state()).guardVersion
    }
    const { guard } = store
    expect(await versionAfter(guard.putList(list('sites'), []))).toBe(1)
    expect(await versionAfter(guard.putEntry(added('a.example')))).toBe(2)
    expect(await versionAfter(guard.removeList('none'))).toBe(2)
    expect(await versionAfter(guard.removeEntry(site('b.example')))).toBe(2)
    expect(await versionAfter(guard.removeList('sites'))).toBe(3)
    expect(await versionAfter(guard.removeEntry(site('a.example')))).toBe(4)
    expect(await versionAfter(guard.added())).toBe(4)
    expect(await store.state()).toEqual({ position: 0, revision: 0, keyVersion: 0, guardVersion: 4 })
  })

  test('the guard of one store is seen by another at once', async () => {
    const place = makePlace()
    const [one, other] = [await openAt(place), await openAt(place)]
    expect(await other.guard.added()).toEqual([])
    await one.guard.putEntry(added('a.example'))
    expect(await other.guard.added()).toEqual([added('a.example')])
    expect(await other.state()).toMatchObject({ guardVersion: 1 })
  })
}
