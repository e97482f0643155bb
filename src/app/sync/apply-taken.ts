import type { Crypto } from '../../platform/crypto.ts'
import type { Folder } from '../../platform/folder.ts'
import type { Spool } from '../../platform/spool.ts'
import { fillRuleFolder, type RuleFile } from '../fill-rule-folder.ts'
import { formOf } from '../rule-form.ts'
import { idInFileName, type Manifest, readManifest } from '../rule-manifest.ts'
import { createTally, type SyncedChange, type SyncOutcome, type SyncReport } from './sync-report.ts'
import type { SyncRequest } from './sync-request.ts'
import { stateFor, writeState } from './sync-state.ts'
import { readSyncedRule } from './synced-rule.ts'
import type { Taken } from './taken.ts'

/** What is written where. */
export interface ApplyParts {
  readonly folder: Folder
  readonly crypto: Crypto
  readonly spool: Spool
  /** Whether the server was asked for everything. */
  readonly isFresh: boolean
  /** How many changes of each outcome the report shall name. */
  readonly named: number
}

/** Writes what was taken into a folder. Its cursor comes last, and changes only where something changed. */
export const applyTaken = async (request: SyncRequest, taken: Taken, parts: ApplyParts): Promise<SyncReport> => {
  const { folder, spool, isFresh } = parts
  const { rules, gone, extent, cursor, notes } = taken
  const tally = createTally(parts.named)
  // Until it holds everything, the folder is no place that a cursor could go on from.
  if (isFresh) await writeState(folder, stateFor(request, undefined))
  await fillRuleFolder(folder, {
    form: formOf(request.group),
    digests: digestsOf(taken),
    files: filesOf(taken, spool),
    goes: (name) => extent === 'everything' || (extent === 'changes' && gone.has(name)),
    async onFile(name, outcome) {
      if (outcome === 'unchanged') return
      const place = rules.get(name)
      const text = place === undefined ? await folder.read(name) : await spool.read(place)
      const reason = extent === 'changes' ? (place?.reason ?? gone.get(name)) : undefined
      tally.add(changeOf(outcome, name, text, reason))
    }
  })
  const result = tally.result()
  const { added, changed, removed } = result.totals
  if (extent !== 'part' && (isFresh || added + changed + removed > 0)) {
    await writeState(folder, stateFor(request, cursor))
  }
  const { server, filters, group } = stateFor(request, cursor)
  return {
    server,
    filters,
    group,
    by: cursor === undefined ? 'export' : 'changes feed',
    isInStep: extent !== 'part',
    rules: (await readManifest(folder)).size,
    notes,
    ...result
  }
}

const digestsOf = ({ rules }: Taken): Manifest => new Map([...rules].map(([name, { digest }]) => [name, digest]))

async function* filesOf({ rules }: Taken, spool: Spool): AsyncGenerator<RuleFile> {
  for (const [name, place] of rules) yield { name, text: await spool.read(place) }
}

const REASONS: Readonly<Record<SyncOutcome, string>> = { added: 'new', changed: 'changed', removed: 'gone' }

/** A file may be gone, or edited until it is no rule. */
const changeOf = (outcome: SyncOutcome, name: string, text = '', reason = REASONS[outcome]): SyncedChange => {
  const rule = readSyncedRule(text)
  const { title, type } = rule === undefined || 'reason' in rule ? { title: '', type: 'other' as const } : rule
  return { outcome, id: idInFileName(name), title, type, reason }
}
