import { describe, expect, it } from 'vitest'
import { type RestorableStore, restorableStore } from '../../../tests/support/restored-store.ts'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { nodeCrypto } from '../../platform/crypto.ts'
import { parseFilters } from '../filters.ts'
import { requireTier } from '../tier.ts'
import { createChangeFeed } from './changes.ts'

const settings = await defaultSettings()
const tier = requireTier(settings, 'pro')

/** Where an answer of the changes feed leads a client that has a cursor or the instant of an export, or starts with nothing. */
type Next = (from: { readonly cursor?: string | undefined; readonly since?: number }) => Promise<string>

const feedsOf = (place: RestorableStore): Readonly<Record<'single' | 'grouped', Next>> => {
  const feed = () => createChangeFeed({ store: place.store(), settings, crypto: nodeCrypto, version: '1' })
  const filters = (since: number | undefined) => ({ ...parseFilters({}), since })
  return {
    single: async ({ cursor, since }) =>
      (await feed().read({ filters: filters(since), limit: 10, cursor, tier, restriction: undefined })).nextCursor,
    async grouped({ cursor, since }) {
      const answer = await feed().readChunks({ filters: filters(since), size: 5, cursor, tier, restriction: undefined })
      let last = answer.nextCursor
      // The first line leads to where the client was, for an answer is never cut.
      for await (const line of answer.lines) {
        last = line.cursor
        break
      }
      await answer.close()
      return last
    }
  }
}

const RESTORED = {
  code: 'cursor_expired',
  message: expect.stringContaining('the store was restored from a backup') as string
}

describe.each(['single', 'grouped'] as const)('the changes feed of %s rules over a restored store', (kind) => {
  it('refuses a cursor of the time that is gone, also when other changes have passed it', async () => {
    const place = await restorableStore()
    const next = feedsOf(place)[kind]
    await place.add('a.example', '192.0.2.1')
    await place.backUp()
    const kept = await next({})
    await place.add('b.example')
    const { position } = await place.store().state()
    const gone = await next({ since: position })
    await place.restore()
    await expect(next({ cursor: gone })).rejects.toMatchObject(RESTORED)
    await place.add('c.example')
    expect((await place.store().state()).position).toBeGreaterThan(position)
    await expect(next({ cursor: gone })).rejects.toMatchObject(RESTORED)
    expect(await next({ cursor: kept })).toMatch(/^c/)
  })

  it('refuses a cursor of a client that was still taking what lived then', async () => {
    const place = await restorableStore()
    const next = feedsOf(place)[kind]
    await place.add('a.example', '192.0.2.1')
    await place.backUp()
    await place.add('b.example')
    const [, start] = (await next({})).split('.')
    const [, , filters, shape] = (await next({})).split('.')
    const gone = `c0.${start}.${filters}.${shape}`
    expect(await next({ cursor: gone })).toMatch(/^c/)
    await place.restore()
    await place.add('c.example')
    await expect(next({ cursor: gone })).rejects.toMatchObject(RESTORED)
  })

  it('takes an instant that was given by hand, and goes on from there', async () => {
    const place = await restorableStore()
    const next = feedsOf(place)[kind]
    await place.add('a.example')
    const between = (await place.store().state()).position + 60 * INSTANTS_PER_SECOND
    await place.add('b.example')
    expect(await next({ cursor: await next({ since: between }) })).toMatch(/^c/)
    expect(await next({ cursor: await next({ since: 1 }) })).toMatch(/^c/)
  })
})
