import type { FeedFormat } from '../feeds/feed-format.ts'
import type { Clock } from '../platform/clock.ts'
import type { IndicatorStore, Sighting, Stage } from '../store/indicator-store.ts'
import type { FeedLife } from './feed-life.ts'
import type { Admission } from './feed-size.ts'
import { inView } from './in-view.ts'
import type { IngestInput, IngestOptions } from './ingest-options.ts'
import { emptyFileReport, type FeedReport, type FileReport, type IngestReport, sumOf } from './ingest-report.ts'
import { readOntoStage } from './read-onto-stage.ts'
import { settleEach, type Settled } from './settle-each.ts'
import { settleSightings } from './settle-sightings.ts'
import { UNGUARDED } from './verdict.ts'
import { withdrawMissing } from './withdraw-feed.ts'

/** Groups that one writing transaction settles: short enough that other writers get their turn. */
const GROUPS_PER_TRANSACTION = 2_000

type Group = readonly [Sighting, ...Sighting[]]

const isGroup = (sightings: readonly Sighting[]): sightings is Group => sightings.length > 0

/** A run between reading and writing. */
interface Run {
  readonly store: IndicatorStore
  readonly stage: Stage
  readonly options: IngestOptions
  readonly files: readonly FileReport[]
  readonly formats: readonly (FeedFormat | undefined)[]
  readonly onSettled: (sightings: number) => void
}

/**
 * Takes feeds into a store: reads all inputs onto a stage first, asks whether to take what came, settles it value by
 * value in short transactions, and withdraws what a feed no longer names.
 */
export const ingest = async (
  inputs: AsyncIterable<IngestInput>,
  store: IndicatorStore,
  clock: Clock,
  options: IngestOptions
): Promise<IngestReport> => {
  const files: FileReport[] = []
  const formats: (FeedFormat | undefined)[] = []
  const stage = await store.stage()
  const progress = { read: 0, settled: 0 }
  const tell = (): void => options.onProgress?.(progress.read, progress.settled)
  try {
    for await (const input of inputs) {
      await options.proceed?.()
      const report = emptyFileReport(input.name)
      files.push(report)
      const reading = { input, index: files.length - 1, report, now: clock.now() }
      const onRead = (values: number): void => {
        progress.read += values
        tell()
      }
      formats.push(await readOntoStage(reading, stage, options, onRead))
    }
    const onSettled = (sightings: number): void => {
      progress.settled += sightings
      tell()
    }
    const feeds = await settleRun({ store, stage, options, files, formats, onSettled })
    const totals = sumOf(files)
    if (options.dryRun !== true) await store.counters.addTotals({ imports: 1, ...totals })
    return { files, feeds, totals }
  } finally {
    await stage.close()
  }
}

/** What a run says of the feeds in it, once it is decided what becomes of them; a feed that is held holds all. */
const settleRun = async (run: Run): Promise<readonly FeedReport[]> => {
  const feeds = await admitFeeds(run)
  if (feeds.some(({ admission }) => admission.kind === 'hold')) return feeds
  await settleStage(run, feeds)
  for (const feed of feeds) {
    if (!feed.isList || feed.admission.kind !== 'take' || run.options.dryRun === true) continue
    feed.withdrawn = await withdrawMissing(run.store, feed.feed, run.stage, run.options.proceed ?? PROCEED)
  }
  return feeds
}

const TAKE: Admission = { kind: 'take' }

const PROCEED = async (): Promise<void> => {}

const KEYS_PER_LOOK = 2_000

/** How many live indicators of a feed the run takes back. */
const takenBackBy = async ({ store, stage }: Run, feed: string): Promise<number> => {
  let count = 0
  for await (const keys of stage.takenBack(feed, KEYS_PER_LOOK)) {
    count += await inView(store, async (view) => view.countSaid(feed, keys))
  }
  return count
}

const admitFeeds = async (run: Run): Promise<readonly FeedReport[]> => {
  const { store, stage, options, files, formats } = run
  const { admit, modeOf } = options
  const reports: FeedReport[] = []
  for (const feed of new Set(files.flatMap((file) => file.feed ?? []))) {
    const places = [...files.keys()].filter((place) => files[place]?.feed === feed)
    const isList = modeOf !== undefined && places.some((place) => modeOf(formats[place]) === 'list')
    const report: FeedReport = { feed, isList, size: undefined, admission: TAKE, withdrawn: 0 }
    reports.push(report)
    if (admit === undefined) continue
    const size = await stage.size(feed)
    report.size = size
    const before = await inView(store, async (view) => view.sizeOfFeed(feed))
    // Of an input without a feed nobody knows to which feed it would have belonged.
    const isWhole = files.every((file) => file.problem === undefined || (file.feed !== undefined && file.feed !== feed))
    const takenBack = await takenBackBy(run, feed)
    report.admission = await admit({ feed, size, before, takenBack, isWhole, isList })
  }
  return reports
}

const livesOf = async ({ options }: Run, feeds: readonly FeedReport[]): Promise<ReadonlyMap<string, FeedLife>> => {
  const lives = new Map<string, FeedLife>()
  const { lifeOf } = options
  if (lifeOf === undefined) return lives
  for (const { feed } of feeds) lives.set(feed, await lifeOf(feed))
  return lives
}

/** What of a page is settled: nothing of broken inputs where only whole ones count, no take-backs of a feed that is kept. */
const groupsOf = (
  { files, options }: Run,
  kept: ReadonlySet<string>,
  page: readonly (readonly Sighting[])[]
): readonly Group[] => {
  const isSettled = ({ file, takenBack, source }: Sighting): boolean =>
    !(options.onlyWhole === true && files[file]?.problem !== undefined) && !(takenBack && kept.has(source.feed))
  return page.map((sightings): readonly Sighting[] => sightings.filter(isSettled)).filter(isGroup)
}

const settleStage = async (run: Run, feeds: readonly FeedReport[]): Promise<void> => {
  const { store, stage, options, files } = run
  const lives = await livesOf(run, feeds)
  const lists = feeds.filter(({ isList }) => isList).map(({ feed }) => feed)
  const kept = new Set(feeds.filter(({ admission }) => admission.kind === 'keep').map(({ feed }) => feed))
  const { guard = UNGUARDED, proceed = PROCEED, dryRun = false } = options
  for await (const page of stage.pages(GROUPS_PER_TRANSACTION)) {
    await proceed()
    const groups = groupsOf(run, kept, page)
    const keys = groups.map(([first]) => first)
    const settled = await store.write(async (transaction) => {
      const judges = { guardedBy: await guard(), lifeOf: (feed: string) => lives.get(feed) }
      return settleEach(
        transaction,
        keys,
        (stored, index) => settleSightings(stored, groupAt(groups, index), judges),
        dryRun
      )
    })
    for (const [index, group] of groups.entries()) count(files, group, settled[index])
    for (const feed of lists) await stage.note(feed, rowsSaidBy(feed, groups, settled))
    run.onSettled(groups.flat().reduce((sum, { times }) => sum + times, 0))
  }
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
