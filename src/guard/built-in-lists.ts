import type { GuardEntry, GuardList, GuardListHead, GuardMode } from '../indicator/guard-list.ts'
import { KINDS } from '../indicator/kind.ts'
import type { BuiltInList } from './built-in/built-in-list.ts'
import { documentation } from './built-in/documentation.ts'
import { emptyFiles } from './built-in/empty-files.ts'
import { publicResolvers } from './built-in/public-resolvers.ts'
import { specialAddresses } from './built-in/special-addresses.ts'
import { specialNames } from './built-in/special-names.ts'
import { isEntryRefusal } from './entry-refusal.ts'
import { readEntry } from './read-entry.ts'

const listOf = ({ name, why, entries }: BuiltInList, mode: GuardMode): GuardList => ({
  name,
  mode,
  why,
  until: undefined,
  kinds: KINDS,
  coversMail: true,
  entries: entries.map(readEntry).filter((entry): entry is GuardEntry => !isEntryRefusal(entry))
})

/** The lists that come with the program, and how those of documentation count. */
export const builtInLists = (ofDocumentation: GuardMode): readonly GuardList[] => [
  listOf(specialAddresses, 'block'),
  listOf(specialNames, 'block'),
  listOf(documentation, ofDocumentation),
  listOf(publicResolvers, 'block'),
  listOf(emptyFiles, 'block')
]

/** The list that is no list: names under which anybody may register. */
export const PUBLIC_SUFFIXES: GuardListHead = {
  name: 'public suffixes',
  mode: 'block',
  why: 'names below it belong to many owners; a rule for it would hit them all',
  until: undefined,
  kinds: ['domain', 'url'],
  coversMail: false
}
