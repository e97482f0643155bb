import type { Machine, Noise } from '../frame/machine.ts'
import type { Findings, Subject } from '../frame/subject.ts'
import type { TimeTable } from '../profiling/where-time-went.ts'

/** When, of what, where and how much was measured. */
export interface Taken {
  /** When the run began: ISO 8601, UTC. */
  readonly at: string
  /** Of the project, as git names it. */
  readonly revision: string
  readonly machine: Machine
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly secondsARound: number
}

/** What is kept of a subject. */
export interface SubjectReport extends Omit<Subject, 'run' | 'profileRounds'>, Findings {
  readonly taken: Taken
  /** Just before it. */
  readonly noise: Noise
  readonly seconds: number
  /** Where the time goes of what was not as wanted. */
  readonly profile?: TimeTable
}

/** What is kept of all subjects, as JSON; they may come from several runs. */
export interface Report {
  /** The programs that were measured. */
  readonly programs: readonly string[]
  readonly subjects: readonly SubjectReport[]
}
