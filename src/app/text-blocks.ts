/** Bytes of a block. */
const BLOCK = 262_144

/** The first block of a text is small, so that a short text holds little. */
const FIRST_BLOCK = 16_384

/** Characters that are encoded at once: each time takes as long as some hundred of them. */
const AT_ONCE = 8_192

/** The most bytes of UTF-8 that one code unit of UTF-16 takes. */
const MOST_BYTES = 3

/**
 * Makes many short texts into few blocks of UTF-8, of which each holds whole texts. A block is never written to again
 * once it was given, so that whoever sends it may hold it for as long as its reader takes.
 */
export class TextBlocks {
  #held = ''
  #block = Buffer.allocUnsafeSlow(FIRST_BLOCK)
  #used = 0

  /** Adds a text; gives the block before it where that is full. */
  add(text: string): Uint8Array | undefined {
    this.#held += text
    return this.#held.length < AT_ONCE ? undefined : this.#encode()
  }

  /** What is left, once everything was added: at most two blocks. */
  *end(): Generator<Uint8Array> {
    const full = this.#encode()
    if (full !== undefined) yield full
    if (this.#used > 0) yield this.#block.subarray(0, this.#used)
  }

  #encode(): Uint8Array | undefined {
    const most = this.#held.length * MOST_BYTES
    const full = this.#used + most > this.#block.length ? this.#renew(most) : undefined
    this.#used += this.#block.write(this.#held, this.#used)
    this.#held = ''
    return full
  }

  #renew(least: number): Uint8Array | undefined {
    const full = this.#used === 0 ? undefined : this.#block.subarray(0, this.#used)
    this.#block = Buffer.allocUnsafeSlow(Math.max(least, Math.min(this.#block.length * 4, BLOCK)))
    this.#used = 0
    return full
  }
}
