import type { Sample } from '../feed-format.ts'
import { sampleLines } from '../sample-lines.ts'
import { DELIMITERS, type Delimiter } from './delimiter.ts'
import { createLineJoiner, type TableLine } from './join-lines.ts'
import { entriesOf, isComment, isRow } from './read-table.ts'

/** The beginning of a table, cut at the delimiter on which most of its rows agree. */
export interface SampleTable {
  readonly delimiter: Delimiter
  readonly rows: readonly (readonly string[])[]
  /** Comments before the first row. */
  readonly comments: readonly string[]
  /** Cells in most rows. */
  readonly width: number
  /** Share of the rows that have so many cells, from 0 to 1. */
  readonly agreement: number
}

/** Most lines above a table that are titles and need not have its width. */
const MOST_TITLES = 5

/** Cuts a sample into a table with the delimiter that gives most rows the same number of cells, at least two. */
export const sampleTable = (sample: Sample): SampleTable => {
  const guesses = DELIMITERS.map((delimiter) => guess(sample, delimiter))
  const best = guesses.reduce((best, other) => (worth(other) > worth(best) ? other : best))
  const entries = entriesOf(best.lines, best.delimiter)
  const firstRow = entries.findIndex(isRow)
  const beforeRows = firstRow < 0 ? entries : entries.slice(0, firstRow)
  return {
    delimiter: best.delimiter,
    rows: entries.filter(isRow).map(({ cells }) => cells),
    comments: beforeRows.filter(isComment).map(({ comment }) => comment),
    width: best.width,
    agreement: best.agreement
  }
}

interface Guess extends Pick<SampleTable, 'delimiter' | 'width' | 'agreement'> {
  readonly lines: readonly TableLine[]
}

const worth = ({ width, agreement }: Guess): number => (width > 1 ? agreement : 0)

const guess = (sample: Sample, delimiter: Delimiter): Guess => {
  const joiner = createLineJoiner(delimiter, sample.text.length)
  sampleLines(sample).forEach((line, index) => joiner.push(index + 1, line))
  if (sample.complete) joiner.end()
  const lines = joiner.take()
  const widths = lines.filter(({ kind }) => kind === 'record').map(({ text }) => countCells(text, delimiter))
  const votes = new Map<number, number>()
  for (const width of widths) votes.set(width, (votes.get(width) ?? 0) + 1)
  const [width, most] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [1, 0])
  const titles = Math.min(Math.max(widths.indexOf(width), 0), MOST_TITLES)
  return { delimiter, lines, width, agreement: most / Math.max(widths.length - titles, 1) }
}

/** Cells of a row; delimiters between quotes do not count. */
const countCells = (text: string, delimiter: Delimiter): number => {
  let cells = 1
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === delimiter && !isQuoted) cells++
  }
  return cells
}
