import { isEntryRefusal } from '../../guard/entry-refusal.ts'
import { readEntry } from '../../guard/read-entry.ts'
import type { GuardEntry } from '../../indicator/guard-list.ts'

/** An entry as somebody writes it who means this one: with a dot where it covers what is below a public suffix, too. */
export const guardEntryText = ({ shape, text }: GuardEntry): string => {
  if (shape !== 'below') return text
  const read = readEntry(text)
  return isEntryRefusal(read) || read.shape !== shape ? `.${text}` : text
}
