import type { Indicator, Source } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import { EMPTY_CONTEXT, makeContext } from '../indicator/make-context.ts'
import { ruleId } from '../indicator/rule-id.ts'
import type { Instant } from '../indicator/time.ts'
import type {
  ChangeKey,
  ChangeRange,
  IndicatorFilter,
  IndicatorStore,
  IndicatorWrite,
  ReadView,
  Sighting,
  StoredIndicator
} from './indicator-store.ts'

/** An indicator before it has instants. */
export type Draft = Omit<Indicator, 'added' | 'changed'>

/** A day in May 2026. */
export const A_DAY = 20_590

export const draft = (kind: Kind, value: string, parts: Partial<Draft> = {}): Draft => ({
  id: ruleId(kind, value),
  kind,
  value,
  confidence: 'medium',
  firstSeen: undefined,
  lastSeen: A_DAY,
  noRule: undefined,
  guardedBy: undefined,
  feeds: ['Example'],
  context: EMPTY_CONTEXT,
  ...parts
})

/** So many different domains. */
export const domains = (count: number, prefix = 'host'): readonly Draft[] =>
  Array.from({ length: count }, (_, index) => draft('domain', `${prefix}-${index}.example.com`))

/** What each feed of a draft says: the same as the whole. */
export const sourcesOf = ({ feeds, confidence, firstSeen, lastSeen, context }: Draft): readonly Source[] =>
  feeds.map((feed) => ({ feed, confidence, firstSeen, lastSeen, validUntil: undefined, context }))

/** The parts of a write that most tests leave as they are. */
export const UPDATE = { reason: undefined, dropped: [] } satisfies Partial<IndicatorWrite>

/** Saves new indicators in one transaction, each with an instant of its own, and gives them as they were saved. */
export const add = async (store: IndicatorStore, drafts: readonly Draft[]): Promise<readonly Indicator[]> =>
  store.write(async (transaction) => {
    const first = await transaction.stamp(drafts.length)
    const indicators = drafts.map((parts, index) => ({ ...parts, added: first + index, changed: first + index }))
    await transaction.save(
      indicators.map((indicator) => ({ ...UPDATE, row: undefined, indicator, sources: sourcesOf(indicator) }))
    )
    return indicators
  })

/** What is stored under a kind and value, which has to be there. */
export const stored = async (store: IndicatorStore, kind: Kind, value: string): Promise<StoredIndicator> => {
  const view = await store.view()
  const found = await view.find({ kind, value })
  await view.close()
  if (found === undefined) throw new Error(`${kind} ${value} is not stored`)
  return found
}

/** Removes an indicator and gives the instant of the removal. */
export const remove = async (store: IndicatorStore, kind: Kind, value: string, why: string): Promise<Instant> => {
  const { row } = await stored(store, kind, value)
  return store.write(async (transaction) => {
    const at = await transaction.stamp(1)
    await transaction.remove(row, { reason: 'removed', why }, at)
    return at
  })
}

export const EVERYTHING: IndicatorFilter = {
  kinds: undefined,
  confidences: undefined,
  industries: undefined,
  lastSeenFrom: undefined
}

export const WHOLE_RANGE: ChangeRange = {
  filter: EVERYTHING,
  order: 'oldest-first',
  after: undefined,
  orLastSeenAfter: undefined,
  asOf: undefined
}

/** All keys of a range, read in pages of `size`. */
export const allKeys = async (view: ReadView, range: ChangeRange, size: number): Promise<readonly ChangeKey[]> => {
  const keys: ChangeKey[] = []
  for (;;) {
    const page = await view.changeKeys(range, size, keys.at(-1)?.changed)
    keys.push(...page)
    if (page.length < size) return keys
  }
}

/** The values of all live indicators, oldest change first. */
export const liveValues = async (store: IndicatorStore): Promise<readonly string[]> => {
  const view = await store.view()
  const indicators = await view.indicators(await allKeys(view, WHOLE_RANGE, 1_000))
  await view.close()
  return indicators.map(({ value }) => value)
}

export const sighting = (kind: Kind, value: string, parts: Partial<Sighting> = {}): Sighting => ({
  kind,
  value,
  source: {
    feed: 'Example',
    confidence: 'medium',
    firstSeen: undefined,
    lastSeen: A_DAY,
    validUntil: undefined,
    context: EMPTY_CONTEXT
  },
  file: 0,
  takenBack: false,
  times: 1,
  ...parts
})

export const ENERGY = makeContext({ industries: ['energy'], malwareFamilies: ['Cobalt Strike'], ports: [443] })
