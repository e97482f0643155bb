import type { Indicator } from '../indicator/indicator.ts'
import type { StixOptions } from '../stix/object-base.ts'
import { publisherIdentity } from '../stix/publisher-identity.ts'
import { stixObject } from '../stix/stix-object.ts'
import { tlpMarking } from '../stix/tlp-markings.ts'
import type { Tlp } from '../indicator/tlp.ts'

/**
 * The objects of a bundle as JSON, in pieces that stand one behind the other: the publisher, then the indicators, and
 * each level of the Traffic Light Protocol before the first object that is marked by it.
 */
export async function* stixTexts(
  pages: AsyncIterable<readonly Indicator[]>,
  options: StixOptions
): AsyncGenerator<string> {
  const marked = new Set<Tlp>()
  yield JSON.stringify(publisherIdentity(options.publisher))
  for await (const page of pages) {
    let text = ''
    for (const indicator of page) {
      const { tlp } = indicator.context
      if (tlp !== undefined && !marked.has(tlp)) {
        marked.add(tlp)
        text += `,\n${JSON.stringify(tlpMarking(tlp))}`
      }
      text += `,\n${JSON.stringify(stixObject(indicator, options))}`
    }
    yield text
  }
}
