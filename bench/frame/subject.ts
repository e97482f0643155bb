import type { Bench } from './bench.ts'

/** What one round gave. */
export interface Sample {
  readonly value: number
  /** Of the processor, for one rule, row or request. */
  readonly microseconds?: number
  /** Greatest resident set in MB. */
  readonly peakMB?: number
}

/** All rounds of one who was measured. */
export interface Figure {
  /** What was to be done; peers and we have it in common. */
  readonly trial: string
  /** Where a trial was done over several sizes: how many indicators the store held, or what the subject says (`across`). */
  readonly size?: number
  /** Who did it. */
  readonly by: string
  readonly isPeer: boolean
  readonly unit: string
  readonly better: 'more' | 'less'
  /** One for each round. */
  readonly samples: readonly Sample[]
}

/** What is wanted. Texts of a report write it as `≥ 0.8 ×` or `≤ 300 MB`. */
export interface Goal {
  readonly bound: 'at least' | 'at most'
  readonly value: number
  readonly unit: string
}

/** What was reached, beside what is wanted. */
export interface Verdict {
  readonly trial: string
  /** What is compared: `sigmill against js-yaml`. */
  readonly what: string
  /** One for each round, or a single one. */
  readonly values: readonly number[]
  /** The middle of the rounds counts; of what must not happen once, as an error or a peak, the worst. */
  readonly judgedBy: 'median' | 'worst'
  /** Nothing where a ratio is only stated. */
  readonly goal: Goal | undefined
  /** Where the goal lies in the unit of the trial's figures, for plots. */
  readonly line?: number
}

/** What a subject found. */
export interface Findings {
  readonly figures: readonly Figure[]
  readonly verdicts: readonly Verdict[]
  /** Peers that are missing, and what else a reader has to know. */
  readonly notes: readonly string[]
}

/** One thing that is measured. */
export interface Subject {
  /** In file names and after `--only`. */
  readonly name: string
  readonly title: string
  /** What is done, in a sentence or two. */
  readonly measures: string
  /** What is wanted, in words; `stated` where nothing is. */
  readonly goal: string
  /** What sizes count; indicators where nothing is said. */
  readonly across?: string
  /** Of a run that is profiled; 0 of a subject of which no time is wanted. */
  readonly profileRounds: number
  readonly run: (bench: Bench) => Promise<Findings>
}
