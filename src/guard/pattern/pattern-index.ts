import type { Kind } from '../../indicator/kind.ts'
import type { ListedEntry, Visit } from '../listed-entry.ts'
import { readPattern, type Pattern } from './pattern.ts'

/** Finds the regular expressions that match a value, one after another. */
export class PatternIndex {
  readonly #patterns: { readonly pattern: Pattern; readonly entry: ListedEntry }[] = []

  /** Adds a regular expression; one that cannot be read covers nothing. */
  add(entry: ListedEntry): void {
    const pattern = readPattern(entry.text)
    if ('matches' in pattern) this.#patterns.push({ pattern, entry })
  }

  /** Visits the entries that match; only those for the kind of value are tried. */
  visit(kind: Kind, value: string, visit: Visit): void {
    for (const { pattern, entry } of this.#patterns) {
      if (entry.kinds.includes(kind) && pattern.matches(value)) visit(entry)
    }
  }
}
