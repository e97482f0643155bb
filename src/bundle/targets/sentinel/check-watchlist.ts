import { parseInstant } from '../../../indicator/parse-instant.ts'
import { ruleId } from '../../../indicator/rule-id.ts'
import { BUILD_AGAIN } from '../../build-again.ts'
import type { BundleFiles, BundleFinding } from '../../bundle-target.ts'
import { csvCells } from '../../csv-cells.ts'
import { CLASSED_KINDS, INDICATOR_CLASSES } from '../../indicator-class.ts'
import { textLines } from '../../text-lines.ts'
import { COLUMNS, MOST_ROWS, WATCHLIST } from './watchlist.ts'

/** https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, watchlist limits. */
const MOST_CHARACTERS_OF_A_LINE = 10_240

const CLASSES = new Set<string | undefined>(INDICATOR_CLASSES)
const HEADER = COLUMNS.join(',')

const headProblem = (line: string): string | undefined =>
  line === HEADER ? undefined : `It does not name the columns ${HEADER}`

const rowProblem = (line: string): string | undefined => {
  const cells = csvCells(line)
  if (cells?.length !== COLUMNS.length) return `It has not the ${COLUMNS.length} cells of the head`
  const cell = (name: string): string => String(cells[COLUMNS.indexOf(name)])
  if (line.length > MOST_CHARACTERS_OF_A_LINE) return `It is longer than ${MOST_CHARACTERS_OF_A_LINE} characters`
  if (!CLASSES.has(cell('Class'))) return 'Its class is unknown'
  if (!CLASSED_KINDS.some((kind) => ruleId(kind, cell('Value')) === cell('RuleId')))
    return 'Its RuleId is not the id of its value'
  return parseInstant(cell('ValidUntil')) === undefined ? 'Its ValidUntil is no time' : undefined
}

/** What a watchlist would not take, or the analytics rules over it would not find. */
export async function* watchlistProblems(files: BundleFiles): AsyncGenerator<BundleFinding> {
  const path = WATCHLIST.list
  if (!files.paths.includes(path)) return
  for await (const { number, text } of textLines(files.read(path))) {
    const problem = number === 1 ? headProblem(text) : rowProblem(text)
    if (problem !== undefined) yield { path, line: number, problem: `${problem}. ${BUILD_AGAIN}` }
    if (number === MOST_ROWS + 2)
      yield {
        path,
        line: number,
        problem: `The list has more than ${MOST_ROWS} rows. Upload the indicators instead.`
      }
  }
}
