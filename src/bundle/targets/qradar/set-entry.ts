import { formatDay, dayOfSeconds } from '../../../indicator/time.ts'
import type { Bundle } from '../../bundle.ts'
import type { ClassedEntry } from '../../indicator-class.ts'
import { elementsOf } from './elements.ts'
import { setsOf } from './reference-set.ts'
import { setOf } from './set-of.ts'

/**
 * A line of the bulk update, `PATCH /reference_data_collections/set_entries`, with the name of the set where the API
 * wants its number, which is known on the console only.
 */
export interface SetEntry {
  readonly set: string
  readonly value: string
  readonly delete_entry?: true
  readonly source?: string
  readonly notes?: string
}

/** What an analyst reads beside an element: the rule, how sure its sources are, who may know, until when, and why. */
const notesOf = ({ indicator, validUntil }: ClassedEntry, { whyUrl }: Bundle): string => {
  const { id, confidence, context } = indicator
  const parts = [`rule ${id}`, `${confidence} confidence`]
  if (context.tlp !== undefined) parts.push(`TLP:${context.tlp.toUpperCase().replace('-', '+')}`)
  parts.push(`until ${formatDay(dayOfSeconds(validUntil))}`)
  if (whyUrl !== undefined) parts.push(whyUrl(id))
  return parts.join(', ')
}

/** The lines that put an indicator into its set. */
export const additionsOf = (entry: ClassedEntry, bundle: Bundle): readonly SetEntry[] => {
  const set = setOf(entry)
  const source = bundle.publisher.name
  const notes = notesOf(entry, bundle)
  return elementsOf(entry.indicator).map((value) => ({ set, value, source, notes }))
}

/** The lines that take an indicator out of every set in which it may stand, but for one that it keeps. */
export const deletionsOf = ({ indicator }: ClassedEntry, kept?: string): readonly SetEntry[] => {
  const elements = elementsOf(indicator)
  return setsOf(indicator.kind)
    .filter((set) => set !== kept)
    .flatMap((set) => elements.map((value): SetEntry => ({ set, value, delete_entry: true })))
}
