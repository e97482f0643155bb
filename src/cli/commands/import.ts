import { ingest } from '../../app/ingest.ts'
import type { IngestOptions } from '../../app/ingest-options.ts'
import { ageIndicators } from '../../app/age-indicators.ts'
import { judgeSize } from '../../app/feed-size.ts'
import { judgesOf } from '../../app/ingest-judges.ts'
import { isFailed, type IngestReport } from '../../app/ingest-report.ts'
import type { World } from '../../app/world.ts'
import type { Settings } from '../../config/settings.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { Problem } from '../../problem/problem.ts'
import { defineCommand } from '../command.ts'
import { FEED_FLAGS, ingestOptions, sectorsFlag } from '../feed-flags.ts'
import { choiceFlag, switchFlag, textFlag } from '../flag.ts'
import { print, printJson, say } from '../print.ts'
import { showSteps } from '../progress-steps.ts'
import { openRejectFile } from '../reject-file.ts'
import { failureText, reportJson, reportText } from '../report-text.ts'
import { withScratchStore, withStore, type Store } from '../with-store.ts'

const MODES = ['list', 'window'] as const

interface Run {
  readonly settings: Settings
  readonly paths: readonly string[]
  readonly options: Omit<IngestOptions, 'onReject' | 'onProgress'>
  readonly rejects: string | undefined
}

const importInto = async (
  store: Store,
  world: World,
  { settings, paths, options, rejects }: Run
): Promise<IngestReport> => {
  const file = rejects === undefined ? undefined : openRejectFile(world, rejects)
  const steps = showSteps(world, 'import')
  try {
    const report = await ingest(world.inputs(paths, settings), store, world.clock, {
      ...options,
      ...judgesOf(store, settings, world.clock),
      onReject: async (reject) => file?.add(reject),
      onProgress: steps.show
    })
    await file?.finish()
    if (options.dryRun !== true) await ageIndicators({ store, settings, clock: world.clock })
    return report
  } catch (error) {
    await file?.discard()
    throw error
  } finally {
    steps.done()
  }
}

/** A dry run makes no store: where there is none yet, it counts against an empty one. */
const dryRun = async (world: World, run: Run): Promise<IngestReport> => {
  try {
    return await withStore(world, run.settings, { create: false }, async (store) => importInto(store, world, run))
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'store_missing')) throw error
    return withScratchStore(world, async (store) => importInto(store, world, run))
  }
}

/** Takes feeds into the store. */
export const importCommand = defineCommand({
  name: 'import',
  summary: 'take feeds into the store',
  description:
    'Takes indicators from feeds into the store. The format is recognised from the content; .gz and one-file .zip are opened. ' +
    'What a feed says of an indicator replaces what it said before; other feeds keep their word. Importing the same again changes nothing.',
  operand: {
    name: 'PATH',
    summary: 'files, folders (read with all that is in them), or - for standard input',
    required: true,
    several: true,
    paths: true
  },
  settings: ['db'],
  flags: {
    ...FEED_FLAGS,
    confidence: choiceFlag('LEVEL', 'how sure the feed is where it does not say so', CONFIDENCES),
    industry: sectorsFlag('the sectors that the feed is about where it names none'),
    mode: choiceFlag(
      'MODE',
      'list: what the feed held before and no longer holds is withdrawn; window: it stays until it ages',
      MODES
    ),
    dryRun: switchFlag('say what would happen and change nothing'),
    rejects: textFlag('FILE', {
      summary: 'write every rejected value with its place and reason, as NDJSON',
      offer: 'path'
    }),
    json: switchFlag('print the report as JSON'),
    acceptClock: switchFlag('go on although the newest change lies more than a day ahead of the clock')
  },
  examples: [
    ['import feeds/', 'take in every file of a folder'],
    ['import blocklist.txt --feed "Our sensors" --confidence high --role source', 'say what a plain list cannot'],
    ['import vendor.csv --columns "value=Indicator,type=Kind" --dry-run', 'try a table with unusual column names'],
    ['import feed.json --rejects rejects.ndjson --json', 'keep the rejects and a report for programs']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    const run: Run = {
      settings,
      paths: operands,
      rejects: flags.rejects,
      options: {
        ...ingestOptions(flags, { confidence: flags.confidence, industries: flags.industry }),
        maxLineLength: settings.limits.maxLineLength,
        ...withdrawingOptions(flags.mode, settings),
        dryRun: flags.dryRun === true
      }
    }
    const how = { create: true, acceptClock: flags.acceptClock === true }
    const report =
      flags.dryRun === true
        ? await dryRun(world, run)
        : await withStore(world, settings, how, async (store) => importInto(store, world, run))
    if (flags.json === true) await printJson(world, reportJson(report))
    else await print(world, [...reportText(report), ...adviceText(report, flags)])
    say(world, failureText(report))
    return report.files.some(isFailed) ? 1 : 0
  }
})

/** An import is part of a feed unless it is said to be all of it, so that it withdraws nothing. */
const withdrawingOptions = (
  mode: (typeof MODES)[number] | undefined,
  { feeds }: Settings
): Pick<IngestOptions, 'modeOf' | 'admit'> =>
  mode === 'list'
    ? { modeOf: () => mode, admit: async (size) => judgeSize(size, { ...feeds, maxGrowth: Number.POSITIVE_INFINITY }) }
    : {}

const adviceText = (
  { totals }: IngestReport,
  { rejects, dryRun }: { readonly rejects: string | undefined; readonly dryRun: true | undefined }
): readonly string[] => {
  const written =
    rejects === undefined ? 'Give --rejects FILE to see each with its place.' : `Each stands in ${rejects}.`
  return [
    ...(totals.rejected > 0 ? [`Rejected values are no failure. ${written}`] : []),
    ...(dryRun === true ? ['This was a dry run: nothing was stored.'] : [])
  ]
}
