/** Texts that are remembered at once; the one that came first is forgotten for the next. */
const MOST_TEXTS = 1_000

/** Characters of the longest text that is remembered. */
const LONGEST = 512

/** What was made of texts of late, whoever sent them: bounded, however many and however long they are. */
export class RecentTexts<Value> {
  readonly #values = new Map<string, Value>()

  get(text: string): Value | undefined {
    return this.#values.get(text)
  }

  set(text: string, value: Value): void {
    if (text.length > LONGEST) return
    const [first] = this.#values.keys()
    const isFull = this.#values.size >= MOST_TEXTS && !this.#values.has(text)
    if (isFull && first !== undefined) this.#values.delete(first)
    this.#values.set(text, value)
  }
}
