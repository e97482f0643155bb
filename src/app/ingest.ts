import type { FeedFormat } from '../feeds/feed-format.ts'
import type { Clock } from '../platform/clock.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import type { Admission } from './feed-size.ts'
import { inView } from './in-view.ts'
import type { IngestInput, IngestOptions } from './ingest-options.ts'
import { emptyFileReport, type FeedReport, type FileReport, type IngestReport, sumOf } from './ingest-report.ts'
import { readOntoStage } from './read-onto-stage.ts'
import { type Run, settleStage } from './settle-stage.ts'
import { withdrawMissing } from './withdraw-feed.ts'

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
    const feeds = await settleRun({ store, clock, stage, options, files, formats, onSettled })
    const totals = sumOf(files)
    if (options.dryRun !== true) await store.counters.addTotals({ imports: 1, ...totals })
    return { files, feeds, totals }
  } finally {
    await stage.close()
  }
}

/** A run of which everything was read. */
interface ReadRun extends Run {
  /** Of each file. */
  readonly formats: readonly (FeedFormat | undefined)[]
}

/** What a run says of the feeds in it, once it is decided what becomes of them; a feed that is held holds all. */
const settleRun = async (run: ReadRun): Promise<readonly FeedReport[]> => {
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

const admitFeeds = async (run: ReadRun): Promise<readonly FeedReport[]> => {
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
