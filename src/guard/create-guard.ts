import type { EntryShape, GuardList, GuardListHead } from '../indicator/guard-list.ts'
import type { Kind } from '../indicator/kind.ts'
import { EntryIndex } from './entry-index.ts'
import type { Guard, GuardHit } from './guard.ts'
import { hostOfUrl } from './host-of.ts'
import type { ListedEntry } from './listed-entry.ts'
import { isPublicSuffix } from './public-suffix.ts'

/** What a guard is made of. */
export interface GuardParts {
  readonly lists: readonly GuardList[]
  /** How public suffixes count. */
  readonly publicSuffixes: GuardListHead
}

const hitOf = ({ name, mode, why, until }: GuardListHead, entry: string): GuardHit => ({
  list: name,
  entry,
  mode,
  why,
  until
})

const SHAPES_OF_HOSTS: ReadonlySet<EntryShape> = new Set(['below', 'alone', 'network'])

function* listed(lists: readonly GuardList[]): Generator<ListedEntry> {
  let place = 0
  for (const list of lists) {
    // A mailbox at a domain is not the domain, unless the list says so.
    const kindsOfHosts = list.coversMail ? list.kinds : list.kinds.filter((kind) => kind !== 'email')
    for (const { shape, text } of list.entries) {
      const kinds = SHAPES_OF_HOSTS.has(shape) ? kindsOfHosts : list.kinds
      yield { shape, text, list, place, kinds }
      place += 1
    }
  }
}

/** The host name that stands in a domain or URL. */
const nameIn = (kind: Kind, value: string): string | undefined => {
  if (kind === 'domain') return value
  return kind === 'url' ? hostOfUrl(value) : undefined
}

/** A guard over lists and the public suffixes. Building it costs time; asking it is cheap. */
export const createGuard = ({ lists, publicSuffixes }: GuardParts): Guard => {
  const index = new EntryIndex(listed(lists))

  const suffixHit = (kind: Kind, value: string): GuardHit | undefined => {
    const name = nameIn(kind, value)
    return name !== undefined && isPublicSuffix(name) ? hitOf(publicSuffixes, name) : undefined
  }

  return {
    hits: (kind, value) => {
      const found = new Set<ListedEntry>()
      index.visit(kind, value, (entry) => {
        if (entry.kinds.includes(kind)) found.add(entry)
      })
      const inOrder = [...found].sort((one, other) => one.place - other.place)
      const suffix = suffixHit(kind, value)
      return [...inOrder.map(({ list, text }) => hitOf(list, text)), ...(suffix === undefined ? [] : [suffix])]
    },
    verdict: (kind, value) => {
      let first: ListedEntry | undefined
      index.visit(kind, value, (entry) => {
        if (entry.list.mode !== 'block' || !entry.kinds.includes(kind)) return
        if (first === undefined || entry.place < first.place) first = entry
      })
      return first === undefined ? suffixHit(kind, value) : hitOf(first.list, first.text)
    }
  }
}
