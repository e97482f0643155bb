import { EntryMap } from './entry-map.ts'
import type { ListedEntry, Visit } from './listed-entry.ts'
import { Marks } from './marks.ts'

/** The least that a text must have to be looked for in others. */
export const SHORTEST_PART = 4

const BITS_PER_UNIT = 8

/** What four UTF-16 units come to, of which three are known to come to a number. */
const roll = (before: number, unit: number): number => (before << BITS_PER_UNIT) ^ unit

/** Finds which of many texts stand in a value, by one walk over it: few positions get beyond the first look. */
export class PartIndex {
  readonly #begins = new Marks()
  readonly #entries = new EntryMap()
  readonly #lengths = new Set<number>()

  /** Adds an entry whose text is in lower case and has at least {@link SHORTEST_PART} units. */
  add(entry: ListedEntry): void {
    let rolled = 0
    for (let at = 0; at < SHORTEST_PART; at += 1) rolled = roll(rolled, entry.text.charCodeAt(at))
    this.#begins.add(rolled)
    this.#lengths.add(entry.text.length)
    this.#entries.add(entry.text, entry)
  }

  /** Visits the entries whose texts stand in a value, letter case aside. */
  visit(text: string, visit: Visit): void {
    if (this.#lengths.size === 0) return
    const value = text.toLowerCase()
    let rolled = 0
    for (let at = 0; at < value.length; at += 1) {
      rolled = roll(rolled, value.charCodeAt(at))
      if (this.#begins.has(rolled)) this.#visitAt(value, at + 1 - SHORTEST_PART, visit)
    }
  }

  #visitAt(value: string, start: number, visit: Visit): void {
    for (const length of this.#lengths) this.#entries.visit(value.slice(Math.max(start, 0), start + length), visit)
  }
}
