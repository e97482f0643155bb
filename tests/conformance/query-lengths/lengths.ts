import type { Kind } from '../../../src/indicator/kind.ts'
import type { PatternSize } from '../../../src/plan/pattern-size.ts'

/** How long the query of a probe became. */
export interface MeasuredLength {
  readonly target: string
  readonly kind: Kind
  readonly members: number
  readonly size: PatternSize
  readonly length: number
}

/** The file of measured lengths, below the project. */
export const LENGTHS_FILE = 'tests/golden/conformance/query-lengths.tsv'

const HEAD = ['target', 'type', 'members', 'patterns', 'characters', 'length'].join('\t')

/** Measured lengths as a table. */
export const lengthsText = (lengths: readonly MeasuredLength[]): string =>
  [
    HEAD,
    ...lengths.map(({ target, kind, members, size, length }) =>
      [target, kind, members, size.patterns, size.characters, length].join('\t')
    ),
    ''
  ].join('\n')

/** The table read back. */
export const readLengths = (text: string): readonly MeasuredLength[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [target = '', kind = '', ...figures] = line.split('\t')
      const [members = 0, patterns = 0, characters = 0, length = 0] = figures.map(Number)
      return { target, kind: kind as Kind, members, size: { patterns, characters }, length }
    })
