import type { Machine, Noise } from '../frame/machine.ts'
import type { Findings, Subject } from '../frame/subject.ts'

/** What is kept of a subject. */
export interface SubjectReport extends Omit<Subject, 'run'>, Findings {
  /** Just before it. */
  readonly noise: Noise
  readonly seconds: number
}

/** What is kept of a run, as JSON. */
export interface Report {
  /** ISO 8601, UTC. */
  readonly at: string
  /** The programs that were measured. */
  readonly programs: readonly string[]
  readonly machine: Machine
  readonly sizes: readonly number[]
  readonly rounds: number
  readonly secondsARound: number
  readonly subjects: readonly SubjectReport[]
}
