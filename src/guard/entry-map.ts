import type { ListedEntry, Visit } from './listed-entry.ts'

/** Entries by a text, several under one text. */
export class EntryMap {
  readonly #first = new Map<string, ListedEntry>()
  readonly #others = new Map<string, ListedEntry[]>()
  /** Most values have a length that no entry has, which is told sooner than their digest. */
  readonly #lengths = new Set<number>()

  add(text: string, entry: ListedEntry): void {
    this.#lengths.add(text.length)
    if (!this.#first.has(text)) {
      this.#first.set(text, entry)
      return
    }
    const others = this.#others.get(text)
    if (others === undefined) this.#others.set(text, [entry])
    else others.push(entry)
  }

  visit(text: string, visit: Visit): void {
    if (!this.#lengths.has(text.length)) return
    const first = this.#first.get(text)
    if (first === undefined) return
    visit(first)
    this.#others.get(text)?.forEach(visit)
  }
}
