/** Something that takes up bytes for as long as it is kept or read. Its figures are for the budget alone to change. */
export class Kept {
  readonly name: string
  bytes = 0
  /** How many read it. */
  readers = 0
  /** Told when nobody else can come to read it. */
  onDropped = (): void => {}

  constructor(name: string) {
    this.name = name
  }
}

/**
 * So many bytes for what is kept, of which what was asked for longest ago gives to the next. What is read when it has to go
 * counts until it is read no more, so that never more bytes are taken.
 */
export class ByteBudget<Entry extends Kept> {
  readonly #most: number
  /** In the order in which they were asked for last. */
  readonly #entries = new Map<string, Entry>()
  #taken = 0

  constructor(most: number) {
    this.#most = most
  }

  /** How many bytes are taken. */
  get taken(): number {
    return this.#taken
  }

  get(name: string): Entry | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    this.#entries.delete(name)
    this.#entries.set(name, entry)
    return entry
  }

  /** Whether one more can come to read it. */
  has(entry: Entry): boolean {
    return this.#entries.get(entry.name) === entry
  }

  /** Keeps an entry, in the place of another of its name. */
  put(entry: Entry): void {
    const before = this.#entries.get(entry.name)
    if (before !== undefined) this.drop(before)
    this.#entries.set(entry.name, entry)
  }

  /** Keeps an entry no longer. */
  drop(entry: Entry): void {
    if (!this.has(entry)) return
    this.#entries.delete(entry.name)
    this.#freeIfUnused(entry)
    entry.onDropped()
  }

  clear(): void {
    for (const entry of this.#entries.values()) this.drop(entry)
  }

  /** Notes that one more reads an entry; gives what notes that this reader has ended. */
  read(entry: Entry): () => void {
    entry.readers += 1
    return () => {
      entry.readers -= 1
      this.#freeIfUnused(entry)
    }
  }

  /** Lets an entry grow; says whether enough was left. None takes more than half of all. */
  grow(entry: Entry, bytes: number): boolean {
    if (2 * (entry.bytes + bytes) > this.#most) return false
    for (const other of this.#entries.values()) {
      if (this.#taken + bytes <= this.#most) break
      if (other !== entry && other.readers === 0) this.drop(other)
    }
    if (this.#taken + bytes > this.#most) return false
    this.#count(entry, bytes)
    return true
  }

  /** Takes back by how much an entry has grown. */
  empty(entry: Entry): void {
    this.#count(entry, -entry.bytes)
  }

  #freeIfUnused(entry: Entry): void {
    if (entry.readers === 0 && !this.has(entry)) this.empty(entry)
  }

  #count(entry: Entry, bytes: number): void {
    entry.bytes += bytes
    this.#taken += bytes
  }
}
