import { csvCell, guardFormula } from './csv-cell.ts'
import { indicatorFacts, type IndicatorFacts, type Sourced } from './indicator-object.ts'

/** The columns, each with how its cell is made. Tags are joined by semicolons. */
const COLUMNS: Readonly<Record<string, (facts: IndicatorFacts) => string>> = {
  id: (facts) => facts.id,
  type: (facts) => facts.type,
  value: (facts) => facts.value,
  confidence: (facts) => facts.confidence,
  first_seen: (facts) => facts.first_seen,
  last_seen: (facts) => facts.last_seen,
  source_article: ({ source }) => source?.reference_url ?? '',
  source_feed: ({ source }) => source?.feed_name ?? '',
  category: ({ source }) => source?.category ?? '',
  tags: ({ tags }) => tags.join(';')
}

const CELLS = Object.values(COLUMNS)

const END = '\r\n'

const HEADER = Object.keys(COLUMNS).join(',') + END

/** Indicators as CSV by RFC 4180, with a header. Cells that a spreadsheet would run are guarded, unless `raw`. */
export async function* indicatorCsv(pages: AsyncIterable<readonly Sourced[]>, raw: boolean): AsyncGenerator<string> {
  const cell = raw ? csvCell : (text: string) => csvCell(guardFormula(text))
  yield HEADER
  for await (const page of pages) {
    let text = ''
    for (const sourced of page) {
      const facts = indicatorFacts(sourced)
      text += CELLS.map((render) => cell(render(facts))).join(',') + END
    }
    yield text
  }
}
