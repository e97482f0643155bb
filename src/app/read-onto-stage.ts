import { decodeText } from '../feeds/decode-text.ts'
import type { FeedFormat } from '../feeds/feed-format.ts'
import { readFeed } from '../feeds/read-feed.ts'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import { isRejection, type Rejection } from '../indicator/rejection.ts'
import { dayOfInstant, INSTANTS_PER_SECOND, type Instant } from '../indicator/time.ts'
import { Problem } from '../problem/problem.ts'
import type { Sighting, Stage } from '../store/indicator-store.ts'
import { createAccept } from './accept.ts'
import { feedName } from './feed-name.ts'
import type { FileReport } from './ingest-report.ts'
import type { IngestInput, IngestOptions } from './ingest-options.ts'
import { takeBack } from './take-back.ts'

/** An input on its way onto the stage. */
export interface Reading {
  readonly input: IngestInput
  /** Its place in the run. */
  readonly index: number
  readonly report: FileReport
  readonly now: Instant
}

/**
 * Reads one input onto the stage and gives its format, `undefined` where it has none. A problem of the input ends its
 * reading, not the run, and stands in its report.
 */
export const readOntoStage = async (
  { input, index, report, now }: Reading,
  stage: Stage,
  options: IngestOptions,
  onRead: (values: number) => void
): Promise<FeedFormat | undefined> => {
  const nowSeconds = Math.floor(now / INSTANTS_PER_SECOND)
  const today = dayOfInstant(now)
  let format: FeedFormat | undefined
  if (options.feed !== undefined) report.feed = feedName(options.feed)
  try {
    const feed = await readFeed(decodeText(input.open()), {
      format: options.format,
      columns: options.columns,
      maxLineLength: options.maxLineLength,
      now: nowSeconds
    })
    format = feed.format
    report.format = format.name
    const name = feedName(options.feed ?? format.feed ?? input.stem)
    report.feed = name
    const fileDay = options.firstSeenFromFile === true ? (input.modified ?? nowSeconds) : undefined
    const accept = createAccept(name, index, today, {
      ...options.defaults,
      firstSeen: options.defaults.firstSeen ?? fileDay
    })
    for await (const batch of feed.items) {
      const sightings: Sighting[] = []
      for (const item of batch) {
        const outcome = 'rejection' in item ? item.rejection : accept(item)
        if (!isRejection(outcome)) {
          sightings.push(outcome)
          report.accepted++
          continue
        }
        await reject(report, item, outcome, options)
        const takenBack = 'rejection' in item ? takeBack(item, name, index, today) : undefined
        if (takenBack !== undefined) sightings.push(takenBack)
      }
      report.read += batch.length
      await stage.add(sightings)
      onRead(batch.length)
    }
  } catch (error) {
    if (!(error instanceof Problem) || isOfTheMachine(error)) throw error
    if (error.code !== 'input_empty' || options.mayBeEmpty !== true) report.problem = error
  }
  return format
}

/** What an input, or the server that it comes from, can be at fault for. */
const OF_INPUTS = ['input_', 'archive_', 'fetch_']

/** Problems of the store or the disk end the run; those of an input end that input. */
const isOfTheMachine = ({ code }: Problem): boolean => !OF_INPUTS.some((beginning) => code.startsWith(beginning))

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
