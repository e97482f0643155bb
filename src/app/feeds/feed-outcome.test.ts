import { describe, expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { Problem } from '../../problem/problem.ts'
import type { FeedRecord, FeedState } from '../../store/feed-store.ts'
import { failureState, goodState, type RunEnd } from './feed-outcome.ts'
import { readFeedRequest } from './feed-request.ts'

const record: FeedRecord = readFeedRequest(
  { name: 'feed', url: 'https://feeds.example/' },
  { now: MOMENT, longestLifetimeDays: 365, keyPrefix: 'sk_live_', isRemote: false, nameOf: (part) => part }
)

const END: RunEnd = { record, at: MOMENT, due: MOMENT }

/** A feed that grew in its last run. */
const HELD: FeedState = {
  lastRun: undefined,
  lastGoodRun: MOMENT - 1,
  nextRun: MOMENT,
  failures: 0,
  etag: '"old"',
  lastModified: 'a day',
  cursor: 'here',
  size: 10,
  heldSize: 900,
  approvedSize: undefined,
  alarm: { code: 'grown', message: 'It grew.', since: MOMENT }
}

describe('a run that hears that nothing is new', () => {
  test('ends the alarm and what waits for approval with it', () => {
    const state = goodState(END)(HELD)
    expect([state.alarm, state.heldSize]).toEqual([undefined, undefined])
    expect(state).toMatchObject({ lastGoodRun: MOMENT, etag: '"old"', lastModified: 'a day', cursor: 'here', size: 10 })
  })

  test('leaves an approval for the run that brings what was approved', () => {
    expect(goodState(END)({ ...HELD, heldSize: undefined, approvedSize: 900 }).approvedSize).toBe(900)
  })
})

describe('a run that failed', () => {
  const problem = new Problem('fetch_status', 'The server answered 404.', { details: { status: 404 } })

  test('leaves where the next one begins as it is', () => {
    const state = failureState(END, problem)(HELD)
    expect(state).toMatchObject({ etag: '"old"', lastModified: 'a day', cursor: 'here', heldSize: 900, failures: 1 })
    expect(state.alarm).toMatchObject({ code: 'failing', message: 'The server answered 404.' })
  })

  test('in part keeps how far it came, beside its alarm', () => {
    const state = failureState(END, problem, undefined, { cursor: 'further on' })(HELD)
    expect(state).toMatchObject({ cursor: 'further on', failures: 1, alarm: { code: 'failing' } })
    expect([state.etag, state.lastModified]).toEqual([undefined, undefined])
    expect(failureState(END, problem, undefined, { etag: '"new"' })(HELD)).toMatchObject({
      etag: '"new"',
      cursor: 'here'
    })
  })
})
