import type { FeedItem, RawReject } from '../../../indicator/raw-indicator.ts'
import { MOST_HELD } from '../../hold-until-context.ts'

/** What one term of a document gives: by itself, and where it counts only together with others. */
export interface Term {
  readonly alone: FeedItem
  readonly joined: RawReject
}

/** A group of terms and groups that is open. */
interface Group {
  /** Whether all of its members are asked for, and not any one. */
  readonly isJoin: boolean
  /** Which of the held terms is the first in it. */
  readonly from: number
  members: number
}

/**
 * Decides which terms stand alone: those with nothing but OR around them, or AND with a single member. Terms inside AND
 * are held until it is known whether it joins them; the others are emitted at once.
 */
export class TermLogic {
  readonly #emit: (item: FeedItem) => void
  readonly #open: Group[] = []
  #held: Term[] = []

  constructor(emit: (item: FeedItem) => void) {
    this.#emit = emit
  }

  /** A group begins. Whatever is no OR is taken for AND; in a negated group no term stands alone. */
  open(operator: string, isNegated: boolean): void {
    this.#count()
    const isJoin = isNegated || operator.toUpperCase() !== 'OR'
    this.#open.push({ isJoin, from: this.#held.length, members: isNegated ? 2 : 0 })
  }

  add(term: Term): void {
    this.#count()
    this.#held.push(term)
    this.#settle()
  }

  /** The group that was opened last ends. */
  close(): void {
    const group = this.#open.pop()
    if (group !== undefined && isJoining(group)) {
      const joined = this.#held.splice(group.from).map(({ joined }) => ({ alone: joined, joined }))
      this.#held.push(...joined)
    }
    this.#settle()
  }

  /** Nothing more comes: what is held may have been joined with what is missing. */
  breakOff(): void {
    this.#release(({ joined }) => joined)
  }

  #count(): void {
    const group = this.#open.at(-1)
    if (group !== undefined) group.members += 1
  }

  /** Emits what is decided: by the outermost AND, which may also be too long to wait for. */
  #settle(): void {
    const outermost = this.#open.find(({ isJoin }) => isJoin)
    if (outermost === undefined) this.#release(({ alone }) => alone)
    else if (isJoining(outermost)) this.#release(({ joined }) => joined)
    else if (this.#held.length >= MOST_HELD) outermost.members += 1
  }

  #release(itemOf: (term: Term) => FeedItem): void {
    for (const term of this.#held) this.#emit(itemOf(term))
    this.#held = []
  }
}

const isJoining = ({ isJoin, members }: Group): boolean => isJoin && members > 1
