const BITS = 22
const MASK = 2 ** BITS - 1

/** Numbers that were marked, told apart by their low 22 bits: what is not marked is not there, whatever is may be. */
export class Marks {
  readonly #bytes = new Uint8Array(MASK + 1)

  add(number: number): void {
    this.#bytes[number & MASK] = 1
  }

  has(number: number): boolean {
    return this.#bytes[number & MASK] === 1
  }
}
