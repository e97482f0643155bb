import type { Corpus } from './corpus/corpus.ts'
import type { Generation } from './referees/generation.ts'
import type { Referee } from './referees/referee.ts'

/** What every stage of the run works with. */
export interface Bench {
  /** The folder of the real feeds, of ATT&CK and of Sigma's schema. */
  readonly data: string
  readonly corpus: Corpus
  readonly referees: Readonly<Record<Generation, Referee>>
  /** Whether golden files are written anew instead of compared. */
  readonly update: boolean
}

/** One line of the table that the run prints: what was proven of how much, and what is not as declared. */
export interface Proof {
  readonly subject: string
  readonly of: string
  /** Sentences; none when everything is as declared. */
  readonly differences: readonly string[]
}

/** A part of the run. */
export type Stage = (bench: Bench) => Promise<readonly Proof[]>
