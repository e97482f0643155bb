/** A list that comes with the program: entries as people write them. */
export interface BuiltInList {
  readonly name: string
  readonly why: string
  readonly entries: readonly string[]
}
