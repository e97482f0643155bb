import { array, assert, asyncProperty, nat } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import type { RejectReason } from '../indicator/rejection.ts'
import { Problem } from '../problem/problem.ts'
import type { FeedFormat, ReadOptions } from './feed-format.ts'

/** A whole input of a format. Values must differ from one another and stand in the text as the items give them. */
export interface FormatFixture {
  readonly what: string
  readonly text: string
}

/** What reading gave. */
export interface Outcome {
  readonly items: readonly FeedItem[]
  readonly problem: Problem | undefined
}

const OPTIONS: ReadOptions = { columns: undefined, maxLineLength: 100_000, now: Date.UTC(2026, 4, 17) / 1000 }

/** Why a feed takes back what it said. */
const TAKING_BACK: readonly RejectReason[] = ['revoked', 'expired', 'deleted', 'not_for_detection']

/** What every feed format promises. Each format's test calls it with a few inputs of a few records. */
export const feedFormatContract = (format: FeedFormat, fixtures: readonly FormatFixture[]): void => {
  describe(`${format.name} keeps the contract of feed formats`, () => {
    it('has a name that can be typed and a title that can be read', () => {
      expect(format.name).toMatch(/^[a-z0-9-]+$/)
      expect(format.title).not.toBe('')
    })

    it('gives nothing for an empty text', async () => {
      expect((await readChunks(format, [])).items).toEqual([])
    })

    describe.each(fixtures)('for $what', ({ text }) => {
      it('recognises it, whole and from its beginning', () => {
        expect(format.recognise({ text, complete: true })).toBe(true)
        expect(format.recognise({ text, complete: false })).toBe(true)
      })

      it('gives every item a position', async () => {
        const { items, problem } = await readChunks(format, [text])
        expect(problem).toBeUndefined()
        expect(items.length).toBeGreaterThan(0)
        for (const item of items) expect(item.position).not.toBe('')
      })

      it('takes back whole values only, and gives none that is past its time', async () => {
        for (const item of (await readChunks(format, [text])).items) {
          if (!('rejection' in item)) expect(item.validUntil ?? Number.POSITIVE_INFINITY).toBeGreaterThan(OPTIONS.now)
          else if (item.takesBack !== undefined) {
            expect(TAKING_BACK).toContain(item.rejection.reason)
            expect(item.takesBack.value.startsWith(item.value)).toBe(true)
          }
        }
      })

      it('gives the same items however the text is cut into chunks', async () => {
        const whole = await readChunks(format, [text])
        expect(await readChunks(format, Array.from(text))).toEqual(whole)
        await assert(
          asyncProperty(array(nat({ max: text.length }), { maxLength: 12 }), async (cuts) => {
            expect(await readChunks(format, chunksAt(text, cuts))).toEqual(whole)
          }),
          { numRuns: 20 }
        )
      })

      it('loses no item before the place where it is truncated', async () => {
        const { items } = await readChunks(format, [text])
        for (let cut = 0; cut < text.length; cut++) {
          const beginning = text.slice(0, cut)
          const read = new Set((await readChunks(format, [beginning])).items.map(identityOf))
          for (const item of finishedBefore(items, beginning)) expect(read).toContain(identityOf(item))
        }
      })
    })
  })
}

/** The items of a text and the problem that ended its reading, if one did. */
export const readText = async (
  format: FeedFormat,
  text: string,
  options: Partial<ReadOptions> = {}
): Promise<Outcome> => readChunks(format, [text], options)

const readChunks = async (
  format: FeedFormat,
  chunks: readonly string[],
  options: Partial<ReadOptions> = {}
): Promise<Outcome> => {
  const items: FeedItem[] = []
  try {
    for await (const batch of format.read(streamOf(chunks), { ...OPTIONS, ...options })) items.push(...batch)
  } catch (error) {
    expect.assert(error instanceof Problem)
    return { items, problem: error }
  }
  return { items, problem: undefined }
}

async function* streamOf(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks
}

const chunksAt = (text: string, cuts: readonly number[]): readonly string[] => {
  const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

const identityOf = ({ value, position }: FeedItem): string => `${position}: ${value}`

/** Items whose record has ended: in the order of the file, a value of a later record has begun to stand in the text. */
const finishedBefore = (items: readonly FeedItem[], beginning: string): readonly FeedItem[] => {
  const missing = items.findIndex(({ value }) => !beginning.includes(value))
  const seen = missing < 0 ? items : items.slice(0, missing)
  const last = seen.at(-1)?.position
  return seen.filter(({ position }) => position !== last)
}
