import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIGITS } from './by-digit.ts'
import { chunkDiff, type ChunkStep, type TouchedMember } from './chunk-diff.ts'

/** A set of members at a moment: what each of them says, by its digits. */
type Moment = ReadonlyMap<string, number>

/** Chunks by prefix: what each of their members says. */
type Chunks = ReadonlyMap<string, Moment>

/** The chunks of a set, by definition: shortest prefixes with at most so many members. */
const chunksOf = (moment: Moment, most: number, prefix = ''): Chunks => {
  const members = [...moment].filter(([digits]) => digits.startsWith(prefix))
  if (members.length === 0) return new Map()
  if (members.length <= most) return new Map([[prefix, new Map(members)]])
  return new Map(DIGITS.flatMap((digit) => [...chunksOf(moment, most, prefix + digit)]))
}

/** Ids that share many first digits, so that few of them make deep prefixes. */
const id = fc
  .tuple(
    fc.constantFrom('0', '0', '00', '01', 'f', 'f0', ''),
    fc.array(fc.constantFrom('0', '1', '2', 'f'), { maxLength: 3 })
  )
  .map(([head, tail]) => (head + tail.join('')).padEnd(6, '0'))

/** What happens at an instant: some come, go or say something else. */
const edits = fc.array(fc.record({ digits: id, becomes: fc.constantFrom('there', 'gone', 'other') }), { maxLength: 8 })

const history = fc.record({
  most: fc.integer({ min: 1, max: 5 }),
  start: fc.uniqueArray(id, { maxLength: 25 }),
  steps: fc.array(edits, { minLength: 1, maxLength: 6 })
})

interface History {
  /** The set at instants 0, 1, 2 and so on. */
  readonly moments: readonly Moment[]
  /** Who was touched at which instants. */
  readonly touches: ReadonlyMap<string, readonly number[]>
}

const historyOf = (start: readonly string[], steps: readonly { digits: string; becomes: string }[][]): History => {
  let now: Moment = new Map(start.map((digits) => [digits, 0]))
  const moments = [now]
  const touches = new Map<string, number[]>()
  for (const [index, step] of steps.entries()) {
    const next = new Map(now)
    for (const { digits, becomes } of step) {
      if (becomes === 'gone') next.delete(digits)
      else if (becomes === 'there' ? !next.has(digits) : next.has(digits)) next.set(digits, index + 1)
    }
    for (const digits of new Set([...now.keys(), ...next.keys()])) {
      if (now.get(digits) === next.get(digits)) continue
      touches.set(digits, [...(touches.get(digits) ?? []), index + 1])
    }
    moments.push(next)
    now = next
  }
  return { moments, touches }
}

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index}`)
  return item
}

type Step = ChunkStep<{ readonly digits: string }>

/** The steps from one instant to another. */
const stepsBetween = ({ moments, touches }: History, from: number, to: number, most: number): readonly Step[] => {
  const touched = [...touches].flatMap(([digits, instants]): TouchedMember[] => {
    const newest = instants.findLast((instant) => instant > from && instant <= to)
    if (newest === undefined) return []
    const wasAlwaysThere = moments.slice(from, to + 1).every((moment) => moment.has(digits))
    const isThere = at(moments, to).has(digits)
    return [{ digits, at: newest, standing: wasAlwaysThere ? 'stayed' : isThere ? 'came' : 'gone' }]
  })
  const members = [...at(moments, to).keys()].sort().map((digits) => ({ digits }))
  return [...chunkDiff({ prefix: '', members, touched }, most)]
}

const applied = (chunks: Chunks, steps: readonly Step[], now: Moment): Chunks => {
  const after = new Map(chunks)
  for (const { op, prefix, members } of steps) {
    if (op === 'remove') after.delete(prefix)
    else after.set(prefix, new Map(members.map(({ digits }) => [digits, now.get(digits) ?? -1])))
  }
  return after
}

test('whoever has the chunks of an instant has those of a later one when the steps between are applied', () => {
  fc.assert(
    fc.property(history, fc.nat(), ({ most, start, steps }, seed) => {
      const past = historyOf(start, steps)
      const from = seed % past.moments.length
      const to = past.moments.length - 1
      const [before, after] = [at(past.moments, from), at(past.moments, to)]
      const between = stepsBetween(past, from, to, most)
      expect(applied(chunksOf(before, most), between, after)).toEqual(chunksOf(after, most))
    }),
    { numRuns: 3_000 }
  )
})

test('so does who stopped in the middle of the steps to any instants between', () => {
  fc.assert(
    fc.property(history, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), ({ most, start, steps }, stops) => {
      const past = historyOf(start, steps)
      const last = past.moments.length - 1
      let chunks = chunksOf(at(past.moments, 0), most)
      const instants = stops.map(([instant, length]) => [instant % (last + 1), length] as const)
      for (const [to, length] of instants.sort(([a], [b]) => a - b)) {
        const some = stepsBetween(past, 0, to, most)
        chunks = applied(chunks, some.slice(0, length % (some.length + 1)), at(past.moments, to))
      }
      const after = at(past.moments, last)
      expect(applied(chunks, stepsBetween(past, 0, last, most), after)).toEqual(chunksOf(after, most))
    }),
    { numRuns: 3_000 }
  )
})

test('so does who walked an export whose pages were cut at several instants', () => {
  fc.assert(
    fc.property(history, fc.array(id, { maxLength: 4 }), ({ most, start, steps }, cuts) => {
      const past = historyOf(start, steps)
      const last = past.moments.length - 1
      const bounds = [...cuts.sort(), 'g']
      const walked = new Map<string, Moment>()
      for (const [page, bound] of bounds.entries()) {
        const below = page === 0 ? '' : at(bounds, page - 1)
        for (const [prefix, members] of chunksOf(at(past.moments, Math.min(page, last)), most)) {
          const end = prefix.padEnd(6, 'f')
          if (end >= below && end < bound) walked.set(prefix, members)
        }
      }
      const after = at(past.moments, last)
      expect(applied(walked, stepsBetween(past, 0, last, most), after)).toEqual(chunksOf(after, most))
    }),
    { numRuns: 3_000 }
  )
})

test('a member never stands in no chunk while the steps are applied, and nothing is said twice', () => {
  fc.assert(
    fc.property(history, ({ most, start, steps }) => {
      const past = historyOf(start, steps)
      const last = past.moments.length - 1
      const [before, after] = [at(past.moments, 0), at(past.moments, last)]
      const between = stepsBetween(past, 0, last, most)
      expect(new Set(between.map(({ prefix }) => prefix)).size).toBe(between.length)
      const stayed = [...after.keys()].filter((digits) => before.has(digits))
      for (let done = 0; done <= between.length; done++) {
        const chunks = applied(chunksOf(before, most), between.slice(0, done), after)
        const covered = new Set([...chunks.values()].flatMap((members) => [...members.keys()]))
        expect(stayed.filter((digits) => !covered.has(digits))).toEqual([])
      }
    }),
    { numRuns: 1_000 }
  )
})

const short = (steps: readonly Step[]): readonly string[] =>
  steps.map(({ op, prefix, reason, members, at: instant }) =>
    [op, prefix === '' ? '-' : prefix, reason, members.map(({ digits }) => digits).join('+'), instant].join(' ')
  )

const stepsOf = (most: number, members: readonly string[], ...touched: readonly TouchedMember[]): readonly string[] =>
  short([...chunkDiff({ prefix: '', members: members.map((digits) => ({ digits })), touched }, most)])

test('a change of one member puts its chunk alone', () => {
  expect(stepsOf(2, ['00', '10', '11', '20'], { digits: '10', at: 7, standing: 'stayed' })).toEqual([
    'put 1 changed 10+11 7'
  ])
})

test('one new member of a chunk that is not full puts it alone', () => {
  expect(stepsOf(2, ['00', '10', '11', '20'], { digits: '11', at: 7, standing: 'came' })).toEqual([
    'put 1 changed 10+11 7'
  ])
})

test('one new member of a full chunk puts the chunks that take its place, and then removes it', () => {
  expect(stepsOf(2, ['10', '11', '12', '20'], { digits: '12', at: 7, standing: 'came' })).toEqual([
    'put 10 new 10 7',
    'put 11 new 11 7',
    'put 12 new 12 7',
    'remove 1 split  7'
  ])
})

test('a member that leaves a full set of chunks puts the one that takes their place, and then removes them', () => {
  expect(stepsOf(2, ['10', '11', '20', '21'], { digits: '12', at: 7, standing: 'gone' })).toEqual([
    'put 1 new 10+11 7',
    'remove 10 merged  7',
    'remove 11 merged  7',
    'remove 12 merged  7'
  ])
})

test('the last member that leaves a chunk removes it', () => {
  expect(stepsOf(2, ['20', '21', '22'], { digits: '10', at: 7, standing: 'gone' })).toEqual(['remove 1 emptied  7'])
  expect(stepsOf(2, [], { digits: '10', at: 7, standing: 'gone' })).toEqual(['remove - emptied  7'])
})

test('where nothing changed there is no step', () => {
  expect(stepsOf(2, ['10', '11', '20'])).toEqual([])
  expect(stepsOf(2, [])).toEqual([])
})
