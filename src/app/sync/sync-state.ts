import { recordOf, textField } from '../../feeds/json/members.ts'
import { parseJson } from '../../feeds/json/parse-json.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Folder } from '../../platform/folder.ts'
import type { Manifest } from '../rule-manifest.ts'
import { filterQuery, type SyncRequest } from './sync-request.ts'

/** Says of which server and filters a folder holds the rules, and where the changes feed goes on. */
export const STATE_FILE = 'sigmill-sync.json'

/** What {@link STATE_FILE} says. */
export interface SyncState {
  readonly server: string
  readonly filters: string
  /** How many indicators its rules may have; `undefined` where each has its own. */
  readonly group: string | undefined
  readonly cursor: string | undefined
}

/** The state of a folder that holds what a request wants. */
export const stateFor = (request: SyncRequest, cursor: string | undefined): SyncState => ({
  server: request.url.href,
  filters: filterQuery(request.filters),
  group: request.group === undefined ? undefined : String(request.group),
  cursor
})

/** What a folder says of itself; `undefined` where it says nothing that can be read. */
export const readState = async (folder: Folder): Promise<SyncState | undefined> => {
  const state = recordOf(parseJson((await folder.read(STATE_FILE)) ?? '')?.value)
  const server = textField(state, 'server')
  const filters = state['filters']
  if (server === undefined || typeof filters !== 'string') return undefined
  return { server, filters, group: textField(state, 'group'), cursor: textField(state, 'cursor') }
}

const inOrder = ({ server, filters, group, cursor }: SyncState): SyncState => ({ server, filters, group, cursor })

/** Writes the state whole; one that says the same stays untouched. */
export const writeState = async (folder: Folder, state: SyncState): Promise<void> => {
  await folder.writeIfChanged(STATE_FILE, `${JSON.stringify(inOrder(state), null, 2)}\n`)
}

/** Whether every file that a manifest lists is there as it was written. */
export const isIntact = async (folder: Folder, manifest: Manifest, crypto: Crypto): Promise<boolean> => {
  for (const [name, digest] of manifest) {
    const text = await folder.read(name)
    if (text === undefined || crypto.sha256Hex(text) !== digest) return false
  }
  return true
}
