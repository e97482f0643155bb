import { isFailed, type IngestReport } from '../../app/ingest-report.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { defineCommand } from '../command.ts'
import { FEED_FLAGS, ingestOptions, sectorsFlag } from '../feed-flags.ts'
import { FILTER_FLAGS, filtersOf, GROUP_FLAG } from '../filter-flags.ts'
import { choiceFlag, textFlag } from '../flag.ts'
import { say } from '../print.ts'
import { failureText, reportText } from '../report-text.ts'
import { withScratchStore, withStore } from '../with-store.ts'
import { findTarget, writeRules } from '../write-rules.ts'

const FLAGS = {
  ...FILTER_FLAGS,
  group: GROUP_FLAG,
  out: textFlag('FILE|DIR', {
    short: '-o',
    summary: 'write a file, or with DIR/ or an existing folder one file per rule',
    offer: 'path'
  }),
  ...FEED_FLAGS,
  feedConfidence: choiceFlag('LEVEL', 'how sure the feed of PATH is where it does not say so', CONFIDENCES),
  feedIndustry: sectorsFlag('the sectors that the feed of PATH is about where it names none')
} as const

/** What reads feeds takes longer to load than many rules to write, and rules from a store need none of it. */
const loadReader = async () => (await import('../read-feeds.ts')).readFeeds

const hasTrouble = ({ totals, files }: IngestReport): boolean => totals.rejected > 0 || files.some(isFailed)

/** Writes Sigma rules from the store, or straight from feed files. */
export const rules = defineCommand({
  name: 'rules',
  summary: 'write Sigma rules, from the store or straight from feed files',
  description:
    'Writes one Sigma rule per indicator, ordered by type and value, as multi-document YAML to standard output. ' +
    'With --group one rule stands for many indicators that share what it says of them. ' +
    'With PATH the rules come straight from feed files, and no store is needed. ' +
    'A folder gets one file per rule; files that say the same stay untouched, and only files that its manifest lists are deleted.',
  operand: {
    name: 'PATH',
    summary: 'feed files, folders, or - for standard input, instead of the store',
    required: false,
    several: true,
    paths: true
  },
  settings: ['db', 'publisher.name', 'publisher.url'],
  flags: FLAGS,
  examples: [
    ['rules -o rules.yml', 'write every rule into one file'],
    ['rules --type ipv4,domain --confidence high -o rules/', 'write a folder with one file per rule'],
    ['rules --group auto -o rules.yml', 'write one rule for up to 500 indicators, or 100 URLs or hashes'],
    ['rules feed.csv | sigma convert -t splunk -p splunk-cim.yml -', 'turn a feed into searches without a store']
  ],
  async run({ world, loadSettings, operands, flags }) {
    const settings = await loadSettings()
    const filters = filtersOf(flags, settings.export.defaultTypes)
    const target = await findTarget(world, flags.out)
    const { limit = Number.POSITIVE_INFINITY, group } = flags
    const order = { filters, limit, group, target, settings }
    if (operands.length === 0) {
      await withStore(world, settings, { create: false }, async (store) => {
        await writeRules(world, store, { ...order, keepOthers: false })
      })
      return 0
    }
    const failed = await withScratchStore(world, async (store) => {
      const readFeeds = await loadReader()
      const report = await readFeeds(store, world, settings, {
        paths: operands,
        ...ingestOptions(flags, { confidence: flags.feedConfidence, industries: flags.feedIndustry })
      })
      if (hasTrouble(report)) say(world, [...reportText(report), ...failureText(report)])
      const isIncomplete = report.files.some(isFailed)
      if (report.totals.accepted > 0 || !isIncomplete) {
        await writeRules(world, store, { ...order, keepOthers: isIncomplete })
      }
      return isIncomplete
    })
    return failed ? 1 : 0
  }
})
