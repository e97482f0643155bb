import type { Kind } from '../../../src/indicator/kind.ts'
import type { Fields, LogSourceName } from './log-source.ts'

/** An event of a real log in Sigma's fields. */
export interface LogEvent {
  /** The log sources whose rules read it; none for events that no rule of ours reads. */
  readonly logSources: readonly LogSourceName[]
  readonly fields: Fields
}

/** What values of one kind can be found in a log, and which events carry one: known without any rule. */
export interface Search {
  readonly kind: Kind
  readonly role?: 'source'
  readonly logSource: LogSourceName
  readonly pipeline?: 'plain-hashes'
  /** Values of the kind, or texts that turn out to be none, that an event holds. */
  readonly valuesOf: (fields: Fields) => readonly string[]
  /** Whether an event carries a value, by the meaning of its kind. */
  readonly carries: (fields: Fields, value: string) => boolean
}

/** A shape of real log: one file in `logs/`, one line in `logs.ts`. */
export interface RealLog {
  readonly name: string
  /** Whether a file may hold events of this shape. */
  readonly isIn: (fileName: string) => boolean
  /** The events of this shape in the text of a file, as the documented parser gives their fields. */
  readonly read: (text: string) => readonly LogEvent[]
  readonly searches: readonly Search[]
  /** Why rules cannot see what these events carry. */
  readonly unseen?: string
}
