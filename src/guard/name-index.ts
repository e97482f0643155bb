import { EntryMap } from './entry-map.ts'
import type { ListedEntry, Visit } from './listed-entry.ts'
import { Marks } from './marks.ts'

const DOT = 0x2e

/** What a name comes to that is read from its end, knowing what its end came to. */
const digestWith = (digest: number, unit: number): number => Math.imul(digest, 31) + unit

const digestOf = (name: string): number => {
  let digest = 0
  for (let at = name.length - 1; at >= 0; at -= 1) digest = digestWith(digest, name.charCodeAt(at))
  return digest
}

/**
 * Finds the entries that cover a host name. Most names have none: a name is read once from its end, and only where a
 * mark says that an entry may begin is one looked up.
 */
export class NameIndex {
  readonly #alone = new EntryMap()
  readonly #below = new EntryMap()
  readonly #marks = new Marks()

  /** The entry covers a host name and nothing below it. */
  addAlone(entry: ListedEntry): void {
    this.#alone.add(entry.text, entry)
    this.#marks.add(digestOf(entry.text))
  }

  /** The entry covers a domain, of one label or more, and everything below it. */
  addBelow(entry: ListedEntry): void {
    this.#below.add(entry.text, entry)
    this.#marks.add(digestOf(entry.text))
  }

  /** Visits the entries for a host and for what is above it. */
  visit(host: string, visit: Visit): void {
    let digest = 0
    for (let at = host.length - 1; at >= 0; at -= 1) {
      const unit = host.charCodeAt(at)
      if (unit === DOT && this.#marks.has(digest)) this.#below.visit(host.slice(at + 1), visit)
      digest = digestWith(digest, unit)
    }
    if (!this.#marks.has(digest)) return
    this.#below.visit(host, visit)
    this.#alone.visit(host, visit)
  }
}
