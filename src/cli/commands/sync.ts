import { invalidParameter } from '../../app/invalid-parameter.ts'
import { sync as bringInStep } from '../../app/sync/sync.ts'
import type { SyncReport } from '../../app/sync/sync-report.ts'
import { isOpenToAll, readServerUrl, type SyncRequest } from '../../app/sync/sync-request.ts'
import { openSyncServer } from '../../app/sync/sync-server.ts'
import type { World } from '../../app/world.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { defineCommand } from '../command.ts'
import { FILTER_FLAGS, GROUP_FLAG } from '../filter-flags.ts'
import { type FlagValues, switchFlag, textFlag, wholeFlag } from '../flag.ts'
import { once, print, printJson, say } from '../print.ts'
import { NAMED_IN_SUMMARY, syncSummary } from '../sync-summary.ts'
import { syncText, syncWarnings } from '../sync-text.ts'

const { type, confidence, industry } = FILTER_FLAGS

const PAGE_SIZE = 10_000
const RETRIES = 4

const FLAGS = {
  from: textFlag('URL', { summary: 'the server (required)' }),
  keyEnv: textFlag('VARIABLE', { summary: 'the environment variable that holds the API key (required)' }),
  out: textFlag('DIR', { short: '-o', summary: 'the folder (required)', offer: 'path' }),
  type,
  confidence,
  industry,
  group: GROUP_FLAG,
  pageSize: wholeFlag(
    'N',
    { summary: `rules to ask for at once, as many as the key allows (default: ${PAGE_SIZE})` },
    { from: 1, to: 1_000_000 }
  ),
  retries: wholeFlag(
    'N',
    { summary: `how often a request that failed is made again (default: ${RETRIES})` },
    { from: 0, to: 20 }
  ),
  summary: textFlag('FILE|-', { summary: 'write a summary in Markdown, as for a pull request', offer: 'path' }),
  json: switchFlag('print the report as JSON')
} as const

type SyncFlags = FlagValues<typeof FLAGS>

const required = (value: string | undefined, name: string): string => {
  if (value === undefined) throw invalidParameter(name, undefined, { reason: 'it is required' })
  return value
}

const readKey = ({ environment }: World, variable: string): string => {
  const key = (environment[variable] ?? '').trim()
  if (key !== '') return key
  throw invalidParameter('--key-env', variable, {
    reason: 'there is no such variable in the environment, or it is empty'
  })
}

const LOCK_FILE = '.sigmill-sync.lock'

/** Lets one run at a time work on a folder. */
const withLock = async <T>(world: World, folder: string, work: () => Promise<T>): Promise<T> => {
  const release = await world.lockFile(`${folder}/${LOCK_FILE}`)
  if (release === undefined) {
    throw new Problem('folder_busy', `Another run works on ${printable(folder)}. Let it finish.`)
  }
  try {
    return await work()
  } finally {
    release()
  }
}

const run = async (world: World, out: string, request: SyncRequest, flags: SyncFlags): Promise<SyncReport> => {
  const key = readKey(world, required(flags.keyEnv, '--key-env'))
  if (isOpenToAll(request.url)) {
    say(world, [`Warning: ${request.url.host} is asked over plain http, so everybody on the way can read the key.`])
  }
  const folder = await world.folder(out)
  return withLock(world, out, async () => {
    const { askServer: ask, pause, clock, crypto } = world
    const server = openSyncServer({ ask, pause, clock, key, retries: flags.retries ?? RETRIES })
    const named = flags.json === true ? Number.POSITIVE_INFINITY : NAMED_IN_SUMMARY
    return bringInStep(request, { folder, server, crypto, openSpool: async () => world.openSpool(), named })
  })
}

/** Keeps a folder of rules equal to a server. */
export const sync = defineCommand({
  name: 'sync',
  summary: 'keep a folder of rules in step with a server',
  description:
    'Makes a folder hold one file for each rule that a server exports, and no other rule. By the changes feed of a sigmill server it takes what changed; ' +
    'from any other server that speaks the API, the SOC Defenders service included, everything. Files that say the same stay untouched, and rules are removed ' +
    'only when the answer was complete. With --group a file is one rule for many indicators, from servers that give such rules. Safe to run from cron and to keep in Git.',
  operand: undefined,
  settings: undefined,
  flags: FLAGS,
  examples: [
    ['sync --from https://sigmill.example --key-env KEY --out rules', 'bring a folder in step'],
    [
      'sync --from https://socdefenders.ai --key-env KEY --out rules --type ipv4 --summary changes.md',
      'with filters, and a summary for a pull request'
    ],
    [
      'sync --from https://sigmill.example --key-env KEY --out grouped --group auto',
      'one rule for up to 500 indicators, or 100 URLs or hashes'
    ]
  ],
  async run({ world, flags }) {
    const out = required(flags.out, '--out')
    if (flags.summary === '-' && flags.json === true) {
      throw invalidParameter('--summary', '-', { reason: 'standard output is taken by --json; name a file' })
    }
    const request = {
      url: readServerUrl(required(flags.from, '--from'), '--from'),
      filters: { kinds: flags.type, confidences: flags.confidence, industries: flags.industry },
      group: flags.group,
      pageSize: flags.pageSize ?? PAGE_SIZE
    }
    const report = await run(world, out, request, flags)
    say(world, syncWarnings(report))
    if (flags.summary === '-') await world.writeOut(once(syncSummary(report)))
    else {
      if (flags.summary !== undefined) await world.writeFile(flags.summary, once(syncSummary(report)))
      if (flags.json === true) await printJson(world, report)
      else await print(world, syncText(report, out))
    }
    return report.isInStep ? 0 : 6
  }
})
