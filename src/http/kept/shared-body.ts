import { setImmediate as nextTurn } from 'node:timers/promises'
import { BodyPieces } from './body-pieces.ts'

/** Who is told of a body, and says how much of it may be kept. */
export interface BodyKeeper {
  /** Says whether so many bytes more may be kept. */
  grow(bytes: number): boolean
  /** What was kept is needed no longer. */
  empty(): void
  /** Nobody else can have it: it outgrew its share, failed, or is not wanted any more. */
  onLost(): void
  /** Its source has ended, in whatever way. */
  onEnd(): Promise<void>
}

/**
 * A body that is made once for all who want it. Who began it reads it as it comes; who joins brings it to its end, waiting
 * for nobody, and reads it then. When it outgrows its share it is for the one who began alone, at the pace of that one.
 */
export class SharedBody {
  readonly #source: AsyncIterator<string | Uint8Array>
  readonly #keeper: BodyKeeper
  readonly #pieces = new BodyPieces()
  #state: 'shared' | 'lost' | 'whole' = 'shared'
  #hasEnded = false
  #failure: { readonly error: unknown } | undefined
  #growing: Promise<void> | undefined
  #isBeginnerHere = true
  #joined = 0

  constructor(source: AsyncIterable<string | Uint8Array>, keeper: BodyKeeper) {
    this.#source = source[Symbol.asyncIterator]()
    this.#keeper = keeper
  }

  /** As it comes, for the one who began it. */
  async *asItComes(): AsyncGenerator<Uint8Array> {
    for (;;) {
      while (this.#pieces.isRead && !this.#hasEnded) await this.#grow()
      const piece = this.#pieces.next()
      if (piece === undefined) break
      this.#forgetRead()
      yield piece
    }
    if (this.#failure !== undefined) throw this.#failure.error
  }

  /** The one who began it has read it, or has gone. */
  async leave(): Promise<void> {
    this.#isBeginnerHere = false
    if (this.#state === 'whole') this.#pieces.pack()
    await this.#stopUnlessWanted()
  }

  /** Nobody can join any more: unless somebody has, what was read of it is not kept. */
  close(): void {
    if (this.#state === 'shared' && this.#joined === 0) this.#state = 'lost'
  }

  /** All of its pieces, for one who joins; `undefined` where it came to be lost, or the one who joined has gone. */
  async whole(isGone: () => boolean): Promise<readonly Uint8Array[] | undefined> {
    this.#joined += 1
    try {
      while (this.#state === 'shared' && !isGone()) {
        await this.#grow()
        // Its source may never wait for anything, and others want to be served.
        await nextTurn()
      }
    } finally {
      this.#joined -= 1
    }
    await this.#stopUnlessWanted()
    return this.#state === 'whole' ? this.#pieces.all : undefined
  }

  /** Waits for the next piece, for which all ask together. */
  #grow(): Promise<void> {
    this.#growing ??= this.#pull().finally(() => {
      this.#growing = undefined
    })
    return this.#growing
  }

  async #pull(): Promise<void> {
    try {
      const step = await this.#source.next()
      if (step.done === true) await this.#end('whole')
      else this.#add(typeof step.value === 'string' ? Buffer.from(step.value) : step.value)
    } catch (error) {
      this.#failure = { error }
      await this.#end('lost')
    }
    await this.#stopUnlessWanted()
  }

  #add(piece: Uint8Array): void {
    if (this.#state === 'shared' && !this.#keeper.grow(piece.length)) this.#lose()
    this.#pieces.add(piece)
  }

  #lose(): void {
    this.#state = 'lost'
    this.#keeper.onLost()
  }

  #becomeWhole(): void {
    this.#state = 'whole'
    if (!this.#isBeginnerHere || this.#pieces.isRead) this.#pieces.pack()
  }

  async #end(state: 'lost' | 'whole'): Promise<void> {
    if (this.#hasEnded) return
    this.#hasEnded = true
    if (state === 'whole' && this.#state === 'shared') this.#becomeWhole()
    else if (this.#state === 'shared') this.#lose()
    await this.#keeper.onEnd()
  }

  /** Nobody comes back for what was read of a body that is lost. */
  #forgetRead(): void {
    if (this.#state !== 'lost' || !this.#pieces.isRead) return
    this.#pieces.forget()
    this.#keeper.empty()
  }

  async #stopUnlessWanted(): Promise<void> {
    const isWanted = this.#isBeginnerHere || (this.#joined > 0 && this.#state === 'shared')
    if (isWanted || this.#hasEnded) return
    await this.#source.return?.()
    await this.#end('lost')
  }
}
