import { RECIPES } from '../corpus/recipe-of.ts'
import type { Cell, Row } from './matrix.ts'
import { isShipped } from './target.ts'

/** Numbers the notes of a page in the order in which they are first needed. */
const createNotes = () => {
  const numbers = new Map<string, number>()
  return {
    mark(note: string): string {
      const number = numbers.get(note) ?? numbers.size + 1
      numbers.set(note, number)
      return `<sup>${number}</sup>`
    },
    lines: (): readonly string[] => [...numbers].map(([note, number]) => `${number}. ${note}`)
  }
}

type Notes = ReturnType<typeof createNotes>

/** pySigma explains at length what a sentence tells. */
const firstSentence = (message: string): string => {
  const end = message.indexOf('. ')
  return end === -1 ? message : message.slice(0, end + 1)
}

const outcome = ({ converted, failed, failures, remarks }: Cell, notes: Notes): string => {
  const why = failures.map((failure) => notes.mark(`fails: \`${firstSentence(failure)}\``)).join('')
  if (converted === 0) return `–${why}`
  const said = remarks.map(({ kind, because }) => `${kind}${notes.mark(because)}`)
  const part = failed === 0 ? [] : [`${converted} of ${converted + failed}${why}`]
  return [...part, ...said].join(', ') || 'yes'
}

const pipelineText = (pipeline: string): string =>
  isShipped(pipeline) ? `[\`${pipeline.slice('pipelines/'.length)}\`](../${pipeline})` : `\`${pipeline}\``

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const PREFACE = `# Targets

What becomes of the rules in the languages of SIEMs, measured with the real tools over every kind of rule, hostile values
and rules of real feeds. Written by \`npm run conformance -- --update\`; every run compares it.

- **yes**: every rule converts, and the query matches what the rule says, in fields that the target documents.
- **superset**: it converts and also matches more; the note says what.
- **misses**: it converts and does not match everything that the rule says; the note says what. What the rules themselves
  miss, whatever the target, stands in [log-forms.md](log-forms.md).
- **other**: it asks other events than the rule names; the note says which.
- **never**: it converts, but no event of the usual log pipeline can match; the note says why.
- **–**: it does not convert; the note has the message. A number says how many rules convert where not all do.

*current* is pySigma 1.5 with sigma-cli 3; *legacy* is pySigma 0.11 with sigma-cli 1, which IBM's QRadar plugin needs, and
which fails on some conditions of its own pipelines since pyparsing 3.3.
Pipelines with a link ship with sigmill (\`sigmill pipelines\`), the others with the tools. The queries of the golden
rules stand in [\`tests/golden/conformance/queries\`](../tests/golden/conformance/queries).
`

interface Line {
  readonly way: readonly string[]
  readonly tools: string
  readonly cells: readonly string[]
}

const lineOf = ({ target, cells }: Row, notes: Notes): Line => ({
  way: [target.title, `\`-t ${target.backend}\``, target.pipelines.map(pipelineText).join(', ') || 'none'],
  tools: target.generation,
  cells: RECIPES.map((recipe) => {
    const cell = cells.get(recipe)
    return cell === undefined ? '' : outcome(cell, notes)
  })
})

const isSame = (a: Line, b: Line): boolean => [...a.way, ...a.cells].join('|') === [...b.way, ...b.cells].join('|')

/** One line for both generations where they agree. */
const joined = (lines: readonly Line[]): readonly Line[] => {
  const result: Line[] = []
  for (const next of lines) {
    const last = result.at(-1)
    if (last !== undefined && isSame(last, next)) result.splice(-1, 1, { ...last, tools: 'both' })
    else result.push(next)
  }
  return result
}

/** The published matrix, `docs/targets.md`. */
export const matrixPage = (rows: readonly Row[]): string => {
  const notes = createNotes()
  const lines = joined(rows.map((row) => lineOf(row, notes)))
  const head = ['SIEM', 'target', 'pipelines', 'tools', ...RECIPES]
  const table = lines.map(({ way, tools, cells }) => line([...way, tools, ...cells]))
  return [PREFACE, line(head), line(head.map(() => '---')), ...table, '', ...notes.lines(), ''].join('\n')
}
