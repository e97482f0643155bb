import { packPieces } from './pack-pieces.ts'

/** The pieces of a body as far as it is made, and how far the one who began it has read them. */
export class BodyPieces {
  #pieces: Uint8Array[] = []
  #read = 0

  /** Those that are there. */
  get all(): readonly Uint8Array[] {
    return this.#pieces
  }

  /** Whether nothing is there that was not read. */
  get isRead(): boolean {
    return this.#read === this.#pieces.length
  }

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
  }

  /** Reads the next one; `undefined` where all are read. */
  next(): Uint8Array | undefined {
    const piece = this.#pieces[this.#read]
    if (piece !== undefined) this.#read += 1
    return piece
  }

  /** Joins what is short, for those who take all of them: to be called once they are read no further one by one. */
  pack(): void {
    this.#pieces = packPieces(this.#pieces)
    this.#read = this.#pieces.length
  }

  forget(): void {
    this.#pieces = []
    this.#read = 0
  }
}
