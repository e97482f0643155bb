import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { dayOfBuild } from '../../src/app/bundles/build-bundle.ts'
import { openBundle } from '../../src/app/bundles/open-bundle.ts'
import type { DeltaStart } from '../../src/app/bundles/require-delta.ts'
import { type ChangeFeed, createChangeFeed } from '../../src/app/changes/changes.ts'
import type { ExportRequest } from '../../src/app/exports/export-request.ts'
import { createExports, type Exports } from '../../src/app/exports/exports.ts'
import { parseFilters, type FilterTexts } from '../../src/app/filters.ts'
import { inView } from '../../src/app/in-view.ts'
import type { Restriction } from '../../src/app/sight/restriction.ts'
import { sightOf } from '../../src/app/sight/sight-of.ts'
import { requireTier } from '../../src/app/tier.ts'
import { createProvenance } from '../../src/app/why/provenance.ts'
import { whyJson } from '../../src/app/why/why-json.ts'
import { bundleTarget } from '../../src/bundle/bundle-targets.ts'
import { KINDS } from '../../src/indicator/kind.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { World } from './random-history.ts'
import { defaultSettings } from './settings.ts'
import { everything, SightWatch } from './sight-watch.ts'

/** What somebody with a restricted key asks for. */
export interface RestrictedWish {
  readonly texts: FilterTexts
  readonly restriction: Restriction
}

const settings = await defaultSettings()
const tier = requireTier(settings, 'pro')

/** Asks for everything of a wish. */
export const requestFor = (
  { texts, restriction }: RestrictedWish,
  parts: Partial<ExportRequest> = {}
): ExportRequest => ({
  operation: 'sigma',
  filters: parseFilters(texts),
  limit: 1_000,
  offset: 0,
  cursor: undefined,
  tier,
  restriction,
  ...parts
})

/** The whole body of an answer. */
export const joined = async (answer: {
  readonly body: AsyncIterable<string | Uint8Array>
  close(): Promise<void>
}): Promise<string> => {
  const body = await text(answer.body)
  await answer.close()
  return body
}

/** Rules by id. */
export const documentsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split('---\n')
      .filter((document) => document.startsWith('title:'))
      .map((document) => [/^id: (.*)$/m.exec(document)?.[1] ?? '', document])
  )

const isExpired = (error: unknown): boolean => error instanceof Problem && error.code === 'cursor_expired'

/** Someone with a restricted key who keeps rules by the changes feed, alone and grouped, by polls, and by bundles. */
export class RestrictedClient {
  readonly rules = new Map<string, string>()
  readonly chunks = new Map<string, string>()
  readonly polled = new Map<string, string>()
  readonly rows = new Set<string>()
  readonly watch: SightWatch
  readonly #wish: RestrictedWish
  readonly #world: World
  readonly #feed: ChangeFeed
  readonly #exports: Exports
  #cursor: string | undefined
  #chunkCursor: string | undefined
  #since = 0
  #start: DeltaStart | undefined

  constructor(wish: RestrictedWish, world: World, candidates: readonly string[]) {
    const parts = { ...world, crypto: nodeCrypto, version: '1' }
    this.#wish = wish
    this.#world = world
    this.#feed = createChangeFeed(parts)
    this.#exports = createExports(parts)
    this.watch = new SightWatch(wish.restriction, candidates)
  }

  async follow(limit: number): Promise<boolean> {
    const { texts, restriction } = this.#wish
    try {
      const request = { filters: parseFilters(texts), limit, cursor: this.#cursor, tier, restriction }
      const page = await this.#feed.read(request)
      let { nextCursor } = page
      for (const line of page.lines) {
        const written = page.write(line)
        this.watch.take(JSON.stringify(written))
        if (written.op === 'put') this.rules.set(written.indicator.id, written.rule ?? '')
        else this.rules.delete(written.indicator.id)
        if (limit === 3) nextCursor = written.cursor
      }
      this.#cursor = nextCursor
      return page.isLast
    } catch (error) {
      if (!isExpired(error)) throw error
      this.#cursor = undefined
      this.rules.clear()
      return false
    }
  }

  async followChunks(lines: number): Promise<boolean> {
    const { texts, restriction } = this.#wish
    try {
      const request = { filters: parseFilters(texts), size: 2, cursor: this.#chunkCursor, tier, restriction }
      const answer = await this.#feed.readChunks(request)
      let applied = 0
      for await (const line of answer.lines) {
        if (applied === lines) break
        this.watch.take(JSON.stringify(line))
        if (line.op === 'put') this.chunks.set(line.chunk.id, line.rule ?? '')
        else this.chunks.delete(line.chunk.id)
        this.#chunkCursor = line.cursor
        applied++
      }
      await answer.close()
      if (answer.isEmpty) this.#chunkCursor = answer.nextCursor
      return answer.isEmpty
    } catch (error) {
      if (!isExpired(error)) throw error
      this.#chunkCursor = undefined
      this.chunks.clear()
      return false
    }
  }

  async poll(limit: number): Promise<boolean> {
    const filters = { ...parseFilters(this.#wish.texts), since: this.#since }
    const answer = await this.#exports.rules(requestFor(this.#wish, { limit, filters }))
    for (const [id, rule] of documentsIn(this.watch.take(await joined(answer)))) this.polled.set(id, rule)
    this.#since = answer.nextSince
    return answer.nextCursor === undefined
  }

  async load(): Promise<void> {
    const { store, clock } = this.#world
    const { texts, restriction } = this.#wish
    const target = bundleTarget('elastic')
    if (target === undefined) throw new Error('there is no such target')
    try {
      await inView(sightOf(store, restriction), async (view) => {
        const day = dayOfBuild(view, clock)
        const selection = {
          filters: parseFilters(texts),
          start: this.#start,
          lastSeenFrom: undefined,
          restriction,
          day
        }
        const { bundle, shape } = await openBundle(view, target, selection, {
          settings,
          crypto: nodeCrypto,
          version: '1'
        })
        if (this.#start === undefined) this.rows.clear()
        for await (const page of bundle.entries(KINDS)) {
          this.watch.take(JSON.stringify(page))
          for (const { indicator } of page) this.rows.add(indicator.id)
        }
        for await (const page of bundle.removals(KINDS)) {
          this.watch.take(JSON.stringify(page))
          for (const { indicator } of page) this.rows.delete(indicator.id)
        }
        this.#start = { position: bundle.position, shape }
      })
    } catch (error) {
      if (!isExpired(error)) throw error
      this.#start = undefined
      await this.load()
    }
  }

  /** Looks at one value in every way, and at an earlier moment. */
  async look(value: string): Promise<void> {
    const { restriction } = this.#wish
    const all = await everything(this.#world.store)
    const provenance = createProvenance(this.#world)
    const found = all.find(({ indicator }) => indicator.value === value)
    const id = found?.indicator.id ?? '143664e6-70c5-5a68-b4a6-68e639d6e1ed'
    try {
      this.watch.take(JSON.stringify(whyJson(await provenance.why(id, { tier, restriction }))))
      this.watch.take(await provenance.rule(id, { tier, restriction }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.watch.take(JSON.stringify({ message: error.message, details: error.details }))
    }
    this.watch.take(await joined(await this.#exports.stix(requestFor(this.#wish))))
    const asOf = found?.indicator.changed ?? 0
    await this.#exports.rules(requestFor(this.#wish, { asOf })).then(
      async (answer) => this.watch.take(await joined(answer)),
      (error: unknown) => expect(isExpired(error)).toBe(true)
    )
  }

  async exported(group?: number): Promise<ReadonlyMap<string, string>> {
    const request = requestFor(this.#wish)
    const answer =
      group === undefined ? await this.#exports.rules(request) : await this.#exports.groupedRules({ ...request, group })
    return documentsIn(await joined(answer))
  }
}
