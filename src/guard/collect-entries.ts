import type { GuardEntry } from '../indicator/guard-list.ts'
import { isEntryRefusal, type EntryRefusal } from './entry-refusal.ts'
import type { GuardFile, LeftOut } from './guard-file.ts'

/** Reads values one by one; what comes twice counts once. */
export const collectEntries = (
  values: Iterable<unknown>,
  read: (text: string) => GuardEntry | EntryRefusal
): Pick<GuardFile, 'entries' | 'leftOut'> => {
  const entries = new Map<string, GuardEntry>()
  const leftOut: LeftOut[] = []
  for (const value of values) {
    const entry = typeof value === 'string' ? read(value) : ({ refused: 'not_text' } as const)
    if (isEntryRefusal(entry)) leftOut.push({ ...entry, value: String(value) })
    else entries.set(`${entry.shape} ${entry.text}`, entry)
  }
  return { entries: [...entries.values()], leftOut }
}
