const QUOTE = 34
const BACKSLASH = 92
const SMALL_U = 117

/**
 * Cuts strings inside a JSON text that are longer than a limit, so that nothing behind it has to hold them: the text
 * stays JSON, and such a string comes out with one character more than the limit, so that it is still too long.
 */
export class StringCutter {
  readonly #limit: number
  #isInside = false
  #isCutting = false
  /** Of the string so far, an escape sequence counted as one character. */
  #length = 0
  #escape: 'none' | 'begun' | number = 'none'

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes the next piece of the text and gives what of it stays. */
  cut(text: string): string {
    let kept = ''
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const wasCutting = this.#isCutting
      this.#step(text.charCodeAt(at))
      if (this.#isCutting && !wasCutting) kept += text.slice(from, at)
      if (!this.#isCutting && wasCutting) from = at
    }
    return this.#isCutting ? kept : kept + text.slice(from)
  }

  #step(code: number): void {
    if (!this.#isInside) {
      this.#isInside = code === QUOTE
      this.#length = 0
    } else if (this.#escape !== 'none') {
      this.#escape = afterEscaped(this.#escape, code)
    } else if (code === QUOTE) {
      this.#isInside = false
      this.#isCutting = false
    } else {
      this.#isCutting = this.#length > this.#limit
      this.#escape = code === BACKSLASH ? 'begun' : 'none'
      this.#length += 1
    }
  }
}

/** What of an escape sequence is still to come after one of its characters: a number of hexadecimal digits, or none. */
const afterEscaped = (escape: 'begun' | number, code: number): number | 'none' => {
  if (escape === 'begun') return code === SMALL_U ? 4 : 'none'
  return escape === 1 ? 'none' : escape - 1
}
