import { expect } from 'vitest'
import type { Restriction } from '../../src/app/sight/restriction.ts'
import { inView } from '../../src/app/in-view.ts'
import { TLPS } from '../../src/indicator/tlp.ts'
import type { IndicatorStore, IndicatorWithSources } from '../../src/store/indicator-store.ts'
import { familyOf, FEEDS, LEVELS } from './random-history.ts'

/** Every live indicator of a store, with its sources. */
export const everything = async (store: Pick<IndicatorStore, 'view'>): Promise<readonly IndicatorWithSources[]> =>
  inView(store, async (view) => {
    const filter = { kinds: undefined, confidences: undefined, industries: undefined, lastSeenFrom: undefined }
    const range = {
      filter,
      order: 'oldest-first',
      after: undefined,
      orLastSeenAfter: undefined,
      asOf: undefined
    } as const
    return view.withSources(await view.changeKeys(range, 1_000))
  })

/** Whether what a feed says at a level may be seen; the empty level is one that is not stated. */
export const mayBeSeen = (feed: string, level: string, { maxTlp, feeds }: Restriction): boolean => {
  const strictness = TLPS.findIndex((one) => one === (level === '' ? 'clear' : level))
  return (feeds?.includes(feed) ?? true) && strictness <= TLPS.findIndex((one) => one === (maxTlp ?? 'red'))
}

/** Holds every body that a client gets against what allowed sources have ever said. */
export class SightWatch {
  readonly #restriction: Restriction
  readonly #hidden: readonly string[]
  readonly #candidates: readonly string[]
  readonly #values = new Set<string>()

  /** `candidates` are all values that there can be. */
  constructor(restriction: Restriction, candidates: readonly string[]) {
    this.#candidates = candidates
    this.#restriction = restriction
    const words = FEEDS.flatMap((feed) =>
      LEVELS.filter((level) => !mayBeSeen(feed, level, restriction)).map((level) => familyOf(feed, level))
    )
    const feeds = FEEDS.filter((feed) => !LEVELS.some((level) => mayBeSeen(feed, level, restriction)))
    this.#hidden = [...words, ...feeds]
  }

  note(stored: readonly IndicatorWithSources[]): void {
    for (const { indicator, sources } of stored) {
      const isAllowed = sources.some(({ feed, context }) => mayBeSeen(feed, context.tlp ?? '', this.#restriction))
      if (isAllowed) this.#values.add(indicator.value)
    }
  }

  take(body: string): string {
    const values = this.#candidates.filter((value) => !this.#values.has(value))
    expect([...values, ...this.#hidden].filter((word) => body.includes(word))).toEqual([])
    return body
  }
}
