import { decodeText } from '../feeds/decode-text.ts'
import { readFeed } from '../feeds/read-feed.ts'
import { cleanText } from '../indicator/clean-text.ts'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import { isRejection, type Rejection } from '../indicator/rejection.ts'
import { dayOfInstant, INSTANTS_PER_SECOND, type Instant, type Seconds } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import { Problem } from '../problem/problem.ts'
import type {
  IndicatorStore,
  IndicatorWrite,
  LastSeenWrite,
  Sighting,
  Stage,
  WriteTransaction
} from '../store/indicator-store.ts'
import { createAccept, type FeedDefaults } from './accept.ts'
import { emptyFileReport, sumOf, type FileReport, type IngestReport, type Reject } from './ingest-report.ts'
import { settleSightings } from './settle-sightings.ts'

/** Bytes to take in. */
export interface IngestInput {
  /** For people: the path as given, `-` for standard input. */
  readonly name: string
  /** The feed's name where neither the caller nor the format knows one. */
  readonly stem: string
  readonly modified: Seconds | undefined
  /** Unpacked bytes. Throws a `Problem` where they cannot be had. */
  open(): AsyncIterable<Uint8Array>
}

/** How a run reads its inputs. */
export interface IngestOptions {
  readonly feed?: string | undefined
  readonly format?: string | undefined
  readonly columns?: Readonly<Record<string, string>> | undefined
  readonly defaults: FeedDefaults
  /** Where no source gives a first-seen time, the day of the file stands in. */
  readonly firstSeenFromFile?: boolean
  /** Only says what would happen. */
  readonly dryRun?: boolean
  readonly maxLineLength: number
  readonly onReject?: (reject: Reject) => Promise<void> | void
  /** Called now and then with the number of values read and settled so far. */
  readonly onProgress?: (read: number, settled: number) => void
}

/** In code points. */
const LONGEST_FEED_NAME = 64

/** Groups that one writing transaction settles: short enough that other writers get their turn. */
const GROUPS_PER_TRANSACTION = 2_000

type Group = readonly [Sighting, ...Sighting[]]

const isGroup = (sightings: readonly Sighting[]): sightings is Group => sightings.length > 0

/** Takes feeds into a store: reads all inputs onto a stage first, then settles value by value in short transactions. */
export const ingest = async (
  inputs: AsyncIterable<IngestInput>,
  store: IndicatorStore,
  clock: Clock,
  options: IngestOptions
): Promise<IngestReport> => {
  const files: FileReport[] = []
  const stage = await store.stage()
  const progress = { read: 0, settled: 0 }
  try {
    for await (const input of inputs) {
      const report = emptyFileReport(input.name)
      files.push(report)
      await readInput(input, files.length - 1, report, stage, clock.now(), options, (read) => {
        progress.read += read
        options.onProgress?.(progress.read, progress.settled)
      })
    }
    for await (const page of stage.pages(GROUPS_PER_TRANSACTION)) {
      const groups = page.filter(isGroup)
      const work = (transaction: WriteTransaction): Promise<readonly Settled[]> =>
        settlePage(transaction, groups, options.dryRun === true)
      for (const settled of await store.write(work)) count(files, settled)
      for (const group of groups) progress.settled += group.length
      options.onProgress?.(progress.read, progress.settled)
    }
  } finally {
    await stage.close()
  }
  return { files, totals: sumOf(files) }
}

/** Reads one input onto the stage. A problem of the input ends its reading, not the run. */
const readInput = async (
  input: IngestInput,
  index: number,
  report: FileReport,
  stage: Stage,
  now: Instant,
  options: IngestOptions,
  onRead: (values: number) => void
): Promise<void> => {
  const nowSeconds = Math.floor(now / INSTANTS_PER_SECOND)
  try {
    const { format, items } = await readFeed(decodeText(input.open()), {
      format: options.format,
      columns: options.columns,
      maxLineLength: options.maxLineLength,
      now: nowSeconds
    })
    report.format = format.name
    report.feed = feedName(options.feed ?? format.feed ?? input.stem)
    const fileDay = options.firstSeenFromFile === true ? (input.modified ?? nowSeconds) : undefined
    const accept = createAccept(report.feed, index, dayOfInstant(now), {
      ...options.defaults,
      firstSeen: options.defaults.firstSeen ?? fileDay
    })
    for await (const batch of items) {
      const sightings: Sighting[] = []
      for (const item of batch) {
        const outcome = 'rejection' in item ? item.rejection : accept(item)
        if (isRejection(outcome)) await reject(report, item, outcome, options)
        else sightings.push(outcome)
      }
      report.read += batch.length
      report.accepted += sightings.length
      await stage.add(sightings)
      onRead(batch.length)
    }
  } catch (error) {
    if (!(error instanceof Problem) || isOfTheMachine(error)) throw error
    report.problem = error
  }
}

/** A file's or caller's name of a feed as rules may show it. */
const feedName = (text: string): string => cleanText(text, LONGEST_FEED_NAME) || 'unnamed feed'

/** Problems of the store or the disk end the run; those of an input end that input. */
const isOfTheMachine = (problem: Problem): boolean =>
  !(problem.code.startsWith('input_') || problem.code.startsWith('archive_'))

const reject = async (
  report: FileReport,
  item: FeedItem,
  { reason, detail }: Rejection,
  options: IngestOptions
): Promise<void> => {
  report.rejected++
  report.reasons[reason] = (report.reasons[reason] ?? 0) + 1
  await options.onReject?.({ file: report.file, position: item.position, value: item.value, reason, detail })
}

interface Settled {
  readonly group: Group
  readonly outcome: 'new' | 'changed' | 'unchanged'
}

/** Settles a page of groups in one transaction: finds what is stored, decides, stamps the changes, writes. */
const settlePage = async (
  transaction: WriteTransaction,
  groups: readonly Group[],
  dryRun: boolean
): Promise<readonly Settled[]> => {
  const stored = await transaction.find(groups.map(([first]) => first))
  const outcomes = groups.map((group, index) => settleSightings(stored[index], group))
  if (!dryRun) {
    const changes = outcomes.filter((outcome) => outcome.kind !== 'unchanged')
    let at = changes.length === 0 ? 0 : await transaction.stamp(changes.length)
    const writes: IndicatorWrite[] = []
    const touches: LastSeenWrite[] = []
    for (const outcome of outcomes) {
      if (outcome.kind !== 'unchanged') writes.push(outcome.write(at++))
      else if ('write' in outcome) writes.push(outcome.write)
      else touches.push(...outcome.touch)
    }
    if (writes.length > 0) await transaction.save(writes)
    if (touches.length > 0) await transaction.touch(touches)
  }
  return groups.map((group, index) => ({ group, outcome: outcomes[index]?.kind ?? 'unchanged' }))
}

/** The first sighting of a value carries what became of it; its repetitions change nothing. */
const count = (files: readonly FileReport[], { group, outcome }: Settled): void => {
  group.forEach((sighting, index) => {
    const report = files[sighting.file]
    if (report !== undefined) report[index === 0 ? outcome : 'unchanged']++
  })
}
