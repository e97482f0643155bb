import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sigmillJson } from '../../src/feeds/formats/sigmill/sigmill-json.ts'
import { fullSourceObject } from '../../src/http/indicators/source-object.ts'
import { CONFIDENCES } from '../../src/indicator/confidence.ts'
import type { Source } from '../../src/indicator/indicator.ts'
import { makeContext } from '../../src/indicator/make-context.ts'
import type { FeedItem } from '../../src/indicator/raw-indicator.ts'
import { SECTORS } from '../../src/indicator/sector.ts'
import { dayOfSeconds } from '../../src/indicator/time.ts'
import { TLPS } from '../../src/indicator/tlp.ts'

const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 3 })

const contexts = fc
  .record({
    role: fc.constantFrom('source', 'destination', 'unknown'),
    threatTypes: names,
    malwareFamilies: names,
    actors: names,
    ports: fc.array(fc.integer({ min: 1, max: 65_535 }), { maxLength: 3 }),
    fileNames: names,
    tags: names,
    techniques: fc.array(fc.constantFrom('T1059', 'T1059.001'), { maxLength: 2 }),
    industries: fc.array(fc.constantFrom(...SECTORS), { maxLength: 2 }),
    links: fc.array(fc.webUrl(), { maxLength: 2 }),
    tlp: fc.constantFrom(undefined, ...TLPS),
    licences: names
  })
  .map(makeContext)

const SOURCES: fc.Arbitrary<Source> = fc
  .record({
    feed: fc.constant('partner'),
    confidence: fc.constantFrom(...CONFIDENCES),
    firstSeen: fc.option(fc.integer({ min: 1_000_000_000, max: 1_700_000_000 }), { nil: undefined }),
    validUntil: fc.option(fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }), { nil: undefined }),
    daysLater: fc.nat(100),
    context: contexts
  })
  .map(({ daysLater, ...said }) => ({ ...said, lastSeen: dayOfSeconds(said.firstSeen ?? 1_700_000_000) + daysLater }))

const readBack = async (sources: readonly Source[]): Promise<readonly FeedItem[]> => {
  const indicator = { type: 'domain', value: 'a.example', sources: sources.map(fullSourceObject) }
  const answer = (async function* () {
    yield JSON.stringify({ meta: {}, data: [indicator], links: {} })
  })()
  const items: FeedItem[] = []
  for await (const batch of sigmillJson.read(answer, { columns: undefined, maxLineLength: 100_000, now: 0 })) {
    items.push(...batch)
  }
  return items
}

test('what the API shows of the sources of an indicator is read back as each of them said it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(SOURCES, { minLength: 1, maxLength: 3 }), async (sources) => {
      const said = (await readBack(sources)).map((item) => {
        expect.assert(!('rejection' in item))
        const { confidence, firstSeen, lastSeen, validUntil, context } = item
        expect.assert(lastSeen !== undefined)
        return {
          feed: 'partner',
          confidence,
          firstSeen,
          lastSeen: dayOfSeconds(lastSeen),
          validUntil,
          context: makeContext(context ?? {})
        }
      })
      expect(said).toEqual(sources)
    })
  )
})
