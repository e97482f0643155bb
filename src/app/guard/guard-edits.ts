import type { LeftOut } from '../../guard/guard-file.ts'
import { readEntry } from '../../guard/read-entry.ts'
import { readGuardFile } from '../../guard/read-guard-file.ts'
import { ENTRY_REFUSALS, isEntryRefusal } from '../../guard/entry-refusal.ts'
import { decodeText } from '../../feeds/decode-text.ts'
import type { GuardMode } from '../../indicator/guard-list.ts'
import type { Day } from '../../indicator/time.ts'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { AuditValue } from '../../store/audit-store.ts'
import type { AddedGuardEntry, GuardStore } from '../../store/guard-store.ts'
import type { Acting } from '../audit/acting.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import { auditRecord } from '../audit/audit-record.ts'
import { guardEntryText } from './guard-entry-text.ts'
import { requireEntry } from './load-guard.ts'
import type { IngestInput } from '../ingest-options.ts'

/** What an entry says wherever it shows, where nobody gave a reason. */
const NO_REASON = 'no reason given'

/** How entries are to count. */
export interface GuardTerms {
  readonly mode: GuardMode
  readonly why: string | undefined
  /** The last day on which they count. */
  readonly until: Day | undefined
}

/** The guard of the store, of which every write leaves an entry in the audit trail. */
const audited = (
  { store, clock, actor }: Acting,
  event: AuditEvent,
  details: Readonly<Record<string, AuditValue | undefined>>
): GuardStore => store.audited(auditRecord(clock, actor, event, details)).guard

/** Adds an entry, written in any way and named so in a refusal, in place of the same one. */
export const addToGuard = async (
  acting: Acting,
  text: string,
  { mode, why, until }: GuardTerms,
  name = 'VALUE'
): Promise<AddedGuardEntry> => {
  const added = acting.clock.now()
  const entry = { ...requireEntry(name, text), mode, why: why ?? NO_REASON, until, added }
  await audited(acting, 'guard_entry_added', { entry: entry.text, mode, why, until }).putEntry(entry)
  return entry
}

const notAdded = (text: string): Problem =>
  new Problem('not_found', `No entry that was added to the guard is ${printable(text)}.`)

/** The entry that was added by hand, by its value, written in any way. Throws `not_found`. */
export const findAddedEntry = async (store: GuardStore, text: string): Promise<AddedGuardEntry> => {
  const entry = readEntry(text)
  const found = isEntryRefusal(entry)
    ? undefined
    : (await store.added()).find((added) => added.shape === entry.shape && added.text === entry.text)
  if (found === undefined) throw notAdded(text)
  return found
}

/** Removes an entry, if it was added by hand; gives its one spelling. */
const removeIfAdded = async (acting: Acting, text: string): Promise<string | undefined> => {
  const entry = readEntry(text)
  if (isEntryRefusal(entry)) return undefined
  const guard = audited(acting, 'guard_entry_removed', { entry: entry.text })
  return (await guard.removeEntry(entry)) ? guardEntryText(entry) : undefined
}

/** Removes an entry that was added by hand, written in any way; gives its one spelling. Throws `not_found`. */
export const removeEntryFromGuard = async (acting: Acting, text: string): Promise<string> => {
  const removed = await removeIfAdded(acting, text)
  if (removed === undefined) throw notAdded(text)
  return removed
}

/** Removes a list by its name, or else an entry that was added by hand, written in any way. Gives what it was. */
export const removeFromGuard = async (acting: Acting, text: string): Promise<string> => {
  if (await audited(acting, 'guard_list_removed', { list: text }).removeList(text)) return `the list ${printable(text)}`
  const removed = await removeIfAdded(acting, text)
  if (removed !== undefined) return removed
  throw new Problem(
    'not_found',
    `No list and no entry of the guard that could be removed is ${printable(text)}; see guard list.`
  )
}

/** What a file came to. */
export interface LoadedFile {
  readonly name: string
  readonly entries: number
  /** Values that are no entries, each with the reason. */
  readonly leftOut: readonly { readonly value: string; readonly sentence: string }[]
}

const explained = ({ value, refused, detail }: LeftOut): LoadedFile['leftOut'][number] => ({
  value,
  sentence: detail === undefined ? ENTRY_REFUSALS[refused] : `${ENTRY_REFUSALS[refused]}: it ${detail}`
})

const MOST_CHARACTERS = 2 ** 28

const textOf = async (input: IngestInput): Promise<string> => {
  let text = ''
  for await (const part of decodeText(input.open())) {
    text += part
    if (text.length > MOST_CHARACTERS) {
      throw new Problem('input_too_large', `${printable(input.name)} has more than 256 MiB of text.`)
    }
  }
  return text
}

/** Loads a MISP warninglist or a plain list, in place of a list of the same name. */
export const loadIntoGuard = async (
  acting: Acting,
  input: IngestInput,
  name: string | undefined,
  { mode, why, until }: GuardTerms
): Promise<LoadedFile> => {
  const file = readGuardFile(input.name, await textOf(input))
  const list = { name: name ?? file.name ?? input.stem, mode, why: why ?? file.why ?? NO_REASON, until }
  const { kinds, coversMail, entries, leftOut } = file
  const guard = audited(acting, 'guard_list_loaded', {
    list: list.name,
    origin: input.name,
    mode,
    entries: entries.length
  })
  await guard.putList({ ...list, kinds, coversMail, origin: input.name, loaded: acting.clock.now() }, entries)
  return { name: list.name, entries: entries.length, leftOut: leftOut.map(explained) }
}
