import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { importInputs, textInput } from '../../../tests/support/feeds.ts'
import { storeWithClock } from '../../../tests/support/stores.ts'
import { groupOf } from '../../detect/group/rule-group.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { digitsOf } from '../../indicator/id-digits.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { parseFilters } from '../filters.ts'
import { comparePlaces, placeOf } from './chunk.ts'
import { fillChunks, filledChunks, type FilledChunk } from './fill-chunks.ts'
import { findChunks } from './find-chunks.ts'
import { groupSelection, type GroupSelection, WHOLE_SIGHT } from './group-selection.ts'

const TYPES = ['', 'phishing', 'tor']
const ROWS = Array.from({ length: 300 }, (_, index) => {
  const value = index % 2 === 0 ? `d${index}.example` : `http://h${index}.example/p`
  return `${value},${CONFIDENCES[index % 3]},${TYPES[index % TYPES.length]},${index % 5 === 0 ? 'T1059' : ''}`
})

const filledView = async (): Promise<ReadView> => {
  const { store, clock } = await storeWithClock()
  const text = ['indicator,confidence,threat_type,techniques', ...ROWS, 'http://broad.example/?*,high,,', ''].join('\n')
  await importInputs(store, clock, [textInput('feed', text)])
  const view = await store.view()
  onTestFinished(async () => view.close())
  return view
}

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const idsOf = ({ members }: FilledChunk): readonly string[] => members.map(({ id }) => id)

const selectionOf = (size: number): GroupSelection => groupSelection(parseFilters({}), size, WHOLE_SIGHT)

test('every indicator that gives a rule stands in exactly one chunk, among its own', async () => {
  const view = await filledView()
  for (const size of [1, 7, 40, 1_000]) {
    const selection = selectionOf(size)
    const chunks = await collect(filledChunks(view, selection))
    const members = chunks.flatMap(idsOf)
    expect(new Set(members).size).toBe(members.length)
    expect(members).toHaveLength(300)
    expect(new Set(chunks.map(({ chunk }) => chunk.id)).size).toBe(chunks.length)
    for (const { chunk, members: own } of chunks) {
      expect(own.length).toBeLessThanOrEqual(size)
      for (const member of own) {
        expect(groupOf(member).key).toBe(chunk.group.key)
        expect(digitsOf(member.id).startsWith(chunk.prefix)).toBe(true)
      }
    }
  }
})

test('chunks come in the order of their places, each stretch after the one before', async () => {
  const view = await filledView()
  const places = (await collect(filledChunks(view, selectionOf(10)))).map(({ chunk }) => placeOf(chunk))
  expect(places).toEqual(places.toSorted(comparePlaces))
  expect(places.length).toBeGreaterThan(30)
})

test('any of the chunks come with the same members as among all', async () => {
  const view = await filledView()
  const selection = selectionOf(10)
  const stretches = await collect(findChunks(view, selection))
  const whole = new Map(
    (await collect(filledChunks(view, selection))).map((filled) => [filled.chunk.id, idsOf(filled)])
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...stretches.filter(({ chunks }) => chunks.length > 1)),
      fc.infiniteStream(fc.boolean()),
      async (stretch, flips) => {
        const chunks = stretch.chunks.filter(() => flips.next().value)
        const filled = await collect(fillChunks(view, { ...stretch, chunks }))
        expect(filled.map(({ chunk }) => chunk.id)).toEqual(chunks.map(({ id }) => id))
        for (const one of filled) expect(idsOf(one)).toEqual(whole.get(one.chunk.id))
      }
    ),
    { numRuns: 50 }
  )
})
