import type { Generation } from '../referees/generation.ts'
import type { Route } from '../referees/referee.ts'
import type { Row, TableShape } from './event-table.ts'
import type { FormSet, LogForm } from './log-form.ts'

/** A target whose queries run over events. One file per engine in `engines/`. */
export interface Engine {
  readonly name: string
  /** What it stands for, in sentences. */
  readonly about: string
  readonly generation: Generation
  readonly route: Route
  readonly shape: TableShape
  /** Whether the outcomes are declared by the forms, or measured and only shown. */
  readonly outcomes: 'declared' | 'measured'
  /** Whether it reads the logs of these forms. */
  readonly reads: (set: FormSet) => boolean
  /** How the target holds an event. */
  readonly rowOf: (form: Pick<LogForm, 'event' | 'seen'>) => Row
}
