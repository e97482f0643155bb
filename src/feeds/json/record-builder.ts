import type { JsonListener, JsonToken } from './json-grammar.ts'
import { type JsonEntry, positionOf, tooLong } from './json-record.ts'
import { isListOfRecords, type Selection, selectionAt } from './json-selection.ts'

/** An open container. Its content is built only while a value around it is kept. */
interface Frame {
  readonly selection: Selection | undefined
  content: Record<string, unknown> | unknown[] | undefined
}

/** The value that is being kept. */
interface Kept {
  /** How many containers stand around it. */
  readonly depth: number
  /** It is a top-level value, kept only until a selected path is found in it. */
  readonly isWhole: boolean
  size: number
}

/**
 * Builds the selected values of a JSON text from its parts and forgets everything else, so that memory grows with
 * the longest record and not with the text. A top-level value that holds no selected path is a record itself.
 */
export class RecordBuilder implements JsonListener {
  readonly #frames: Frame[] = []
  /** For each open container: the name or index of what is read in it. */
  readonly #path: (string | number)[] = []
  readonly #selection: Selection
  readonly #limit: number
  readonly #emit: (entry: JsonEntry) => void
  #kept: Kept | undefined
  #document = 0

  constructor(selection: Selection, limit: number, emit: (entry: JsonEntry) => void) {
    this.#selection = selection
    this.#limit = limit
    this.#emit = emit
  }

  /** Where the text stands. */
  get position(): string {
    return positionOf(this.#document === 0 ? '' : `value ${this.#document + 1}`, this.#path)
  }

  /** How many top-level values are complete. */
  get documents(): number {
    return this.#document
  }

  name(name: string): void {
    this.#path[this.#path.length - 1] = name
    this.#grow(name.length)
  }

  scalar(value: JsonToken['value']): void {
    this.#begin()
    this.#attach(value)
    this.#grow(typeof value === 'string' ? value.length : 1)
    this.#end(value)
  }

  open(isArray: boolean): void {
    const selection = this.#begin()
    if (isListOfRecords(selection, isArray)) this.#forgetWhole()
    const content = this.#isKeeping ? (isArray ? [] : {}) : undefined
    this.#attach(content)
    this.#frames.push({ selection, content })
    this.#path.push(isArray ? 0 : '')
    this.#grow(1)
  }

  close(): void {
    this.#path.pop()
    this.#end(this.#frames.pop()?.content)
  }

  get #isKeeping(): boolean {
    return this.#kept !== undefined && this.#kept.size <= this.#limit
  }

  /** A value begins here; gives what is selected inside it. */
  #begin(): Selection | undefined {
    const key = this.#path.at(-1)
    const selection = key === undefined ? this.#selection : selectionAt(this.#frames.at(-1)?.selection, key)
    if (selection?.selected === true) {
      this.#forgetWhole()
      this.#kept = { depth: this.#frames.length, isWhole: false, size: 0 }
      return undefined
    }
    if (key === undefined) this.#kept = { depth: 0, isWhole: true, size: 0 }
    return selection
  }

  #attach(value: unknown): void {
    const key = this.#path.at(-1)
    const content = this.#frames.at(-1)?.content
    if (content === undefined) return
    if (Array.isArray(content)) content.push(value)
    else if (key !== '__proto__') content[String(key)] = value
  }

  #grow(size: number): void {
    if (this.#kept === undefined) return
    this.#kept.size += size
    if (this.#kept.size > this.#limit) this.#forgetContent()
  }

  /** A value ends here. */
  #end(value: unknown): void {
    if (this.#kept?.depth === this.#frames.length) {
      this.#emit(this.#entry(value, this.#kept))
      this.#kept = undefined
    }
    const key = this.#path.at(-1)
    if (key === undefined) this.#document += 1
    else if (typeof key === 'number') this.#path[this.#path.length - 1] = key + 1
  }

  #entry(value: unknown, kept: Kept): JsonEntry {
    const position = this.position || 'line 1'
    if (kept.size > this.#limit) return tooLong('', position, this.#limit)
    return { value, position, path: [...this.#path], document: this.#document }
  }

  #forgetWhole(): void {
    if (this.#kept?.isWhole !== true) return
    this.#kept = undefined
    this.#forgetContent()
  }

  #forgetContent(): void {
    for (const frame of this.#frames) frame.content = undefined
  }
}
