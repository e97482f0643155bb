import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { IndicatorStore, Sighting, Stage, WriteTransaction } from '../store/indicator-store.ts'
import type { FeedLife } from './feed-life.ts'
import type { IngestOptions } from './ingest-options.ts'
import type { FeedReport, FileReport } from './ingest-report.ts'
import { settleEach, type Settled } from './settle-each.ts'
import { type Judges, settleSightings } from './settle-sightings.ts'
import { UNGUARDED } from './verdict.ts'

/** A run between reading and writing. */
export interface Run {
  readonly store: IndicatorStore
  readonly clock: Clock
  readonly stage: Stage
  readonly options: IngestOptions
  readonly files: readonly FileReport[]
  readonly onSettled: (sightings: number) => void
}

/** Groups that are settled together: few enough that most of what is made for them is gone soon. */
const GROUPS_PER_PAGE = 500

/** What ends a writing transaction, so that other writers get their turn: whichever comes first. */
const MOST_PAGES = 40
const LONGEST_TRANSACTION = INSTANTS_PER_SECOND / 5

type Group = readonly [Sighting, ...Sighting[]]

const isGroup = (sightings: readonly Sighting[]): sightings is Group => sightings.length > 0

/** A run of which it is decided what becomes of its feeds. */
interface Settlement {
  readonly run: Run
  readonly lives: ReadonlyMap<string, FeedLife>
  /** Feeds of which every row is noted that they name. */
  readonly lists: readonly string[]
  /** Feeds that take nothing back. */
  readonly kept: ReadonlySet<string>
}

const settlementOf = async (run: Run, feeds: readonly FeedReport[]): Promise<Settlement> => {
  const lives = new Map<string, FeedLife>()
  const { lifeOf } = run.options
  if (lifeOf !== undefined) for (const { feed } of feeds) lives.set(feed, await lifeOf(feed))
  return {
    run,
    lives,
    lists: feeds.filter(({ isList }) => isList).map(({ feed }) => feed),
    kept: new Set(feeds.filter(({ admission }) => admission.kind === 'keep').map(({ feed }) => feed))
  }
}

/** Settles what lies on the stage, value by value, in short transactions. */
export const settleStage = async (run: Run, feeds: readonly FeedReport[]): Promise<void> => {
  const { store, stage, options } = run
  const settlement = await settlementOf(run, feeds)
  const pages = stage.pages(GROUPS_PER_PAGE)
  try {
    let next = await pages.next()
    while (next.done !== true) {
      await options.proceed?.()
      const page = next.value
      next = await store.write((transaction) => settlePages(settlement, transaction, page, pages))
    }
  } finally {
    await pages.return()
  }
}

type Page = readonly (readonly Sighting[])[]

/** Settles a page and those behind it for as long as a transaction may take; gives what comes next. */
const settlePages = async (
  settlement: Settlement,
  transaction: WriteTransaction,
  first: Page,
  pages: AsyncGenerator<Page, void, void>
): Promise<IteratorResult<Page, void>> => {
  const { run, lives } = settlement
  const { guard = UNGUARDED } = run.options
  const judges = { guardedBy: await guard(), lifeOf: (feed: string) => lives.get(feed) }
  const end = run.clock.now() + LONGEST_TRANSACTION
  let page = first
  for (let settled = 1; ; settled += 1) {
    await settlePage(settlement, transaction, judges, page)
    const next = await pages.next()
    if (next.done === true || settled === MOST_PAGES || run.clock.now() > end) return next
    page = next.value
  }
}

const settlePage = async (
  { run, lists, kept }: Settlement,
  transaction: WriteTransaction,
  judges: Judges,
  page: Page
): Promise<void> => {
  const groups = groupsOf(run, kept, page)
  const settled = await settleEach(
    transaction,
    groups.map(([first]) => first),
    (stored, index) => settleSightings(stored, groupAt(groups, index), judges),
    run.options.dryRun
  )
  for (const [index, group] of groups.entries()) count(run.files, group, settled[index])
  for (const feed of lists) await run.stage.note(feed, rowsSaidBy(feed, groups, settled))
  run.onSettled(groups.flat().reduce((sum, { times }) => sum + times, 0))
}

/** What of a page is settled: nothing of broken inputs where only whole ones count, no take-backs of a feed that is kept. */
const groupsOf = ({ files, options }: Run, kept: ReadonlySet<string>, page: Page): readonly Group[] => {
  const isSettled = ({ file, takenBack, source }: Sighting): boolean =>
    !(options.onlyWhole === true && files[file]?.problem !== undefined) && !(takenBack && kept.has(source.feed))
  const settledOf = (sightings: readonly Sighting[]): readonly Sighting[] =>
    sightings.every(isSettled) ? sightings : sightings.filter(isSettled)
  return page.map(settledOf).filter(isGroup)
}

const groupAt = (groups: readonly Group[], index: number): Group => {
  const group = groups[index]
  if (group === undefined) throw new RangeError(`the page has no group ${index}`)
  return group
}

/** The rows of a page that a feed names. */
const rowsSaidBy = (feed: string, groups: readonly Group[], settled: readonly Settled[]): readonly number[] =>
  groups.flatMap((group, index) => {
    const isSaid = group.some(({ source, takenBack }) => !takenBack && source.feed === feed)
    return isSaid ? (settled[index]?.row ?? []) : []
  })

/** The first sighting of a value carries what became of it; its repetitions change nothing. */
const count = (files: readonly FileReport[], group: Group, settled: Settled | undefined): void => {
  let isFirst = true
  for (const { file, takenBack, times } of group) {
    const report = files[file]
    if (report === undefined) continue
    if (takenBack) {
      if (settled?.outcome === 'removed') report.takenBack++
      continue
    }
    report.unchanged += isFirst ? times - 1 : times
    if (isFirst) report[outcomeOf(settled)]++
    isFirst = false
  }
}

/** An accepted value whose last source has ended by it was over before it was read. */
const outcomeOf = (settled: Settled | undefined): 'new' | 'changed' | 'unchanged' | 'expired' => {
  const outcome = settled?.outcome ?? 'unchanged'
  return outcome === 'removed' ? 'expired' : outcome
}
