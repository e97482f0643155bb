import type { Confidence } from '../indicator/confidence.ts'
import type { Kind } from '../indicator/kind.ts'
import type { Sector } from '../indicator/sector.ts'
import type { PlanSize } from './figures.ts'

/** What a selection was made by; repeated in commands. */
export interface PlanFilters {
  /** Named types; `undefined` where none was named. */
  readonly kinds: readonly Kind[] | undefined
  readonly confidences: readonly Confidence[] | undefined
  readonly industries: readonly Sector[] | undefined
}

/** How whoever asked for a plan gets what it recommends. */
export interface PlanCommands {
  /** The command that gets rules, single ones without a size; `name` is that of the file or folder. */
  rules(size: PlanSize | undefined, filters: PlanFilters, name: string): string
  /** The command that gets the bundle of a target. */
  bundle(target: string, filters: PlanFilters): string
}

/** Filters by the names that flags and parameters share, with commas between the words of each. */
export const filterTexts = ({ kinds, confidences, industries }: PlanFilters): readonly (readonly [string, string])[] =>
  (
    [
      ['type', kinds],
      ['confidence', confidences],
      ['industry', industries]
    ] as const
  ).flatMap(([name, words]) => (words === undefined ? [] : [[name, words.join(',')] as const]))

/** Filters as flags. */
export const filterFlags = (filters: PlanFilters): readonly string[] =>
  filterTexts(filters).flatMap(([name, text]) => [`--${name}`, text])

/** The size as a flag. */
export const groupFlag = (size: PlanSize | undefined): readonly string[] =>
  size === undefined ? [] : ['--group', String(size)]
