import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { datesOf } from './dates.ts'

const dates = (golden: Partial<GoldenIndicator>) =>
  datesOf(goldenIndicator({ kind: 'ipv4', value: '192.0.2.1', added: '2026-05-17T10:00:00Z', ...golden }))

describe('the dates of a rule', () => {
  it('are the day of acceptance when no source says more', () => {
    expect(dates({})).toEqual({ date: '2026-05-17', modified: undefined, firstSeen: undefined })
  })

  it('begin with the first sighting of a source', () => {
    expect(dates({ firstSeen: '2026-05-01T23:59:59Z' })).toMatchObject({ date: '2026-05-01', firstSeen: '2026-05-01' })
  })

  it('cut a first sighting in the future to the day of acceptance', () => {
    expect(dates({ firstSeen: '2031-01-01' })).toMatchObject({ date: '2026-05-17', firstSeen: '2026-05-17' })
  })

  it('do not take the acceptance for a change, however much later it is than the first sighting', () => {
    expect(dates({ firstSeen: '2026-01-01' }).modified).toBeUndefined()
  })

  it('name the day of the last change after acceptance', () => {
    expect(dates({ changed: '2026-06-01T12:00:00Z' }).modified).toBe('2026-06-01')
  })

  it('name no change of the same day', () => {
    expect(dates({ changed: '2026-05-17T11:00:00Z' }).modified).toBeUndefined()
  })

  it('name a change of the day of acceptance when the first sighting was earlier', () => {
    expect(dates({ firstSeen: '2026-05-01', changed: '2026-05-17T11:00:00Z' }).modified).toBe('2026-05-17')
  })

  it('are right for any number of different days', () => {
    const days = Array.from({ length: 10_001 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
    expect(days.map((day) => dates({ firstSeen: day }).date)).toEqual(days)
  })
})
