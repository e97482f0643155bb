import type { INDICATOR_META, PAGE_LINKS } from '../../api/schemas/indicator.ts'
import type { Written } from '../../api/written.ts'
import { indicatorObject, type Sourced } from './indicator-object.ts'

/** What stands around the indicators of an answer. */
export interface Envelope {
  readonly meta: Written<typeof INDICATOR_META>
  readonly links: Written<typeof PAGE_LINKS>
}

/** One JSON document, an indicator a line: `{"meta":…,"data":[…],"links":…}`. */
export async function* indicatorJson(
  pages: AsyncIterable<readonly Sourced[]>,
  { meta, links }: Envelope
): AsyncGenerator<string> {
  yield `{"meta":${JSON.stringify(meta)},"data":[`
  let separator = '\n'
  for await (const page of pages) {
    let text = ''
    for (const sourced of page) {
      text += separator + JSON.stringify(indicatorObject(sourced))
      separator = ',\n'
    }
    yield text
  }
  yield `\n],"links":${JSON.stringify(links)}}\n`
}
