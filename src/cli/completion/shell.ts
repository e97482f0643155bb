import type { CompletionWords } from './completion-words.ts'

/** How one shell is taught to complete. One file per shell, one line in `shells.ts`. */
export interface Shell {
  /** The lines of its script. */
  readonly script: (places: readonly CompletionWords[]) => readonly string[]
}
