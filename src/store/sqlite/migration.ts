/** One step of the schema. One file per step in `migrations/`, one line in `migrations.ts`; a step that was released never changes. */
export interface Migration {
  /** The oldest program, by the number of steps it knows, that may still use a store with this step. */
  readonly oldestProgram: number
  readonly sql: string
}
