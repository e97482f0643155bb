import { expect, test } from 'vitest'
import { judgeSize, type FeedSize, type SizeLimits } from './feed-size.ts'

const LIMITS: SizeLimits = { maxLossPercent: 50, maxGrowth: 10, growthFrom: 1_000 }

const judge = (size: Partial<FeedSize>, limits: Partial<SizeLimits> = {}) =>
  judgeSize(
    { feed: 'Partner', size: 100, before: 100, takenBack: 0, isWhole: true, isList: true, ...size },
    { ...LIMITS, ...limits }
  )

test.each([
  [{}, { kind: 'take' }],
  [{ isWhole: false }, { kind: 'keep', because: 'unread' }],
  [{ size: 0 }, { kind: 'keep', because: 'empty' }],
  [
    { size: 0, before: 0 },
    { kind: 'keep', because: 'empty' }
  ],
  [{ size: 50 }, { kind: 'take' }],
  [{ size: 49 }, { kind: 'keep', because: 'shrunk' }],
  [{ size: 49, isList: false }, { kind: 'take' }],
  [{ size: 1_000 }, { kind: 'take' }],
  [{ size: 1_001 }, { kind: 'hold' }],
  [{ size: 1_001, isList: false }, { kind: 'hold' }],
  [{ size: 1_001, before: 101 }, { kind: 'take' }],
  [{ size: 5_000_000, before: 0 }, { kind: 'take' }],
  [{ size: 5_000, isWhole: false }, { kind: 'hold' }],
  [{ size: 90, takenBack: 10 }, { kind: 'take' }],
  [{ size: 10, takenBack: 50, isList: false }, { kind: 'take' }],
  [
    { size: 10, takenBack: 51, isList: false },
    { kind: 'keep', because: 'shrunk' }
  ],
  [
    { size: 0, takenBack: 100, isList: false },
    { kind: 'keep', because: 'empty' }
  ]
])('a feed of %j is judged %j', (size, admission) => {
  expect(judge(size)).toEqual(admission)
})

test('what was approved is taken, with a margin of a tenth on both sides', () => {
  expect(judge({ size: 5_500 }, { approved: 5_000 })).toEqual({ kind: 'take' })
  expect(judge({ size: 5_501 }, { approved: 5_000 })).toEqual({ kind: 'hold' })
  expect(judge({ size: 9 }, { approved: 10 })).toEqual({ kind: 'take' })
  expect(judge({ size: 8 }, { approved: 10 })).toEqual({ kind: 'keep', because: 'shrunk' })
  expect(judge({ size: 0 }, { approved: 0 })).toEqual({ kind: 'take' })
})

test('a feed that only tells what is new may tell nothing', () => {
  expect(judge({ size: 0, isList: false }, { isIncremental: true })).toEqual({ kind: 'take' })
})
