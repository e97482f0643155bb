import type { Crypto } from '../../platform/crypto.ts'
import type { Folder } from '../../platform/folder.ts'
import type { Spool } from '../../platform/spool.ts'
import { Problem } from '../../problem/problem.ts'
import { formOf, requireSameForm } from '../rule-form.ts'
import { readForm, readManifest } from '../rule-manifest.ts'
import { applyTaken } from './apply-taken.ts'
import type { SyncReport } from './sync-report.ts'
import type { SyncRequest } from './sync-request.ts'
import type { SyncServer } from './sync-server.ts'
import { isIntact, readState, stateFor, type SyncState } from './sync-state.ts'
import { takeChanges } from './take-changes.ts'
import { takeExport } from './take-export.ts'
import type { Taken } from './taken.ts'

/** What a run works with. */
export interface SyncParts {
  readonly folder: Folder
  readonly server: SyncServer
  readonly crypto: Crypto
  readonly openSpool: () => Promise<Spool>
  /** How many changes of each outcome the report shall name. */
  readonly named: number
}

/**
 * Brings a folder in step with a server. Everything is taken first, then written; a run that was cut short is made good
 * by the next one. Throws `invalid_parameter` where the folder holds rules of the other form, `server_refused`, `server_unreachable` or `server_unexpected` where nothing could be taken; the
 * folder is then as it was.
 */
export const sync = async (request: SyncRequest, parts: SyncParts): Promise<SyncReport> => {
  const { folder, crypto } = parts
  const state = await readState(folder)
  requireSameForm((await readForm(folder)) ?? (state && formOf(state.group)), request.group)
  const cursor = await usableCursor(state, request, parts)
  const spool = await parts.openSpool()
  try {
    const { taken, isFresh } = await take(request, cursor, { ...parts, spool })
    return await applyTaken(request, taken, { folder, crypto, spool, isFresh, named: parts.named })
  } finally {
    await spool.close()
  }
}

/** The cursor of a folder that is as the last run left it, and in step with the same server and filters. */
const usableCursor = async (
  state: SyncState | undefined,
  request: SyncRequest,
  { folder, crypto }: SyncParts
): Promise<string | undefined> => {
  if (state?.cursor === undefined) return undefined
  const { server, filters, group } = stateFor(request, undefined)
  if (state.server !== server || state.filters !== filters || state.group !== group) return undefined
  return (await isIntact(folder, await readManifest(folder), crypto)) ? state.cursor : undefined
}

interface Taking {
  readonly taken: Taken
  /** Whether the server was asked for everything. */
  readonly isFresh: boolean
}

/** By the changes feed where there is one, also from its beginning where the cursor leads no further; else the export. */
const take = async (
  request: SyncRequest,
  cursor: string | undefined,
  parts: Pick<SyncParts, 'server' | 'crypto'> & { readonly spool: Spool }
): Promise<Taking> => {
  const { server } = parts
  let taken = await takeChanges(server, request, cursor, parts)
  let isFresh = cursor === undefined
  if (taken === 'expired') {
    taken = await takeChanges(server, request, undefined, parts)
    isFresh = true
  }
  if (taken === 'expired') {
    throw new Problem('server_unreachable', 'The changes feed of the server started anew while it was read. Try again.')
  }
  if (taken === 'no feed') return { taken: await takeExport(server, request, parts), isFresh: true }
  return { taken, isFresh }
}
