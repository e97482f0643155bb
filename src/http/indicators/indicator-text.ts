import { shownValue } from '../../indicator/shown-value.ts'
import type { Sourced } from './indicator-object.ts'

/** Bare values, one a line. */
export async function* indicatorText(pages: AsyncIterable<readonly Sourced[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map(({ indicator }) => `${shownValue(indicator)}\n`).join('')
}
