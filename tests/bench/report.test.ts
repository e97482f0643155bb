import { expect, test } from 'vitest'
import { SaxesParser } from 'saxes'
import { spreadOf } from '../../bench/frame/statistics.ts'
import { figuresIn } from '../../bench/frame/figures-in.ts'
import { againstPeer, asSuch, isReached } from '../../bench/frame/verdicts.ts'
import { compareText } from '../../bench/reporting/compare-text.ts'
import { fillPage } from '../../bench/reporting/fill-page.ts'
import { linePlot } from '../../bench/reporting/line-plot.ts'
import type { Figure, Verdict } from '../../bench/frame/subject.ts'
import { mergeReports } from '../../bench/reporting/merge-reports.ts'
import type { Report, SubjectReport, Taken } from '../../bench/reporting/report.ts'
import { subjectTables } from '../../bench/reporting/markdown.ts'
import { ratiosText } from '../../bench/reporting/ratios-text.ts'
import { takenText } from '../../bench/reporting/taken-text.ts'

const figure = (by: string, values: readonly number[], more: Partial<Figure> = {}): Figure => ({
  trial: 'a <trial>',
  by,
  isPeer: by === 'peer',
  unit: 'rules/s',
  better: 'more',
  samples: values.map((value) => ({ value })),
  ...more
})

const TAKEN: Taken = {
  at: '2026-05-17T10:00:00.000Z',
  revision: '0123456789',
  machine: {
    system: 'Linux',
    cores: 2,
    processor: 'one',
    memoryGiB: 4,
    node: '20.19.0',
    sqlite: '3.50.0',
    sqliteShell: undefined
  },
  sizes: [100],
  rounds: 3,
  secondsARound: 1
}

const subject = (figures: readonly Figure[], more: Partial<SubjectReport> = {}): SubjectReport => ({
  name: 'a-subject',
  title: 'A subject & more',
  measures: 'Something.',
  goal: 'much',
  figures,
  verdicts: [],
  notes: [],
  taken: TAKEN,
  noise: { load: 0, busyShare: 0 },
  seconds: 1,
  ...more
})

const report = (figures: readonly Figure[], programs = ['sigmill']): Report => ({
  programs,
  subjects: [subject(figures)]
})

test('quartiles lie between the values beside them', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25 })
})

test('a ratio is taken round by round, and held against its goal', () => {
  const goal = { bound: 'at least', value: 2, unit: '×' } as const
  const [verdict, ...others] = againstPeer([figure('sigmill', [30, 40]), figure('peer', [10, 20])], 'peer', goal)
  expect(others).toEqual([])
  expect(verdict).toMatchObject({ values: [3, 2], line: 30 })
  expect(verdict !== undefined && isReached(verdict)).toBe(true)
})

test('what must not happen once is judged by its worst round', () => {
  const none = { bound: 'at most', value: 0, unit: 'answers' } as const
  const [errors] = asSuch([figure('sigmill', [0, 3, 0])], none, 'worst')
  expect(errors).toMatchObject({ values: [0, 3, 0], judgedBy: 'worst' })
  expect(errors !== undefined && isReached(errors)).toBe(false)
  const text = subjectTables(subject([], { verdicts: errors === undefined ? [] : [errors] }))
  expect(text).toContain('| **3**, at worst |')
})

test('what was not measured is not reached, also when it was written down and read again', () => {
  const goal = { bound: 'at most', value: 100, unit: 'ms' } as const
  const kept = figuresIn(JSON.stringify(asSuch([figure('sigmill', [20, Number.NaN, 30])], goal)))
  const [verdict] = kept as readonly Verdict[]
  expect(verdict !== undefined && isReached(verdict)).toBe(false)
  expect(spreadOf([])).toEqual({ low: Number.NaN, median: Number.NaN, high: Number.NaN })
})

test('a profile stands below the tables of what was missed', () => {
  const profile = { places: [{ place: 'http', share: 0.5 }], functions: [{ place: 'http', name: 'ask', share: 0.25 }] }
  const text = subjectTables(subject([], { profile }))
  expect(text).toContain('| http | 50.0 % |')
  expect(text).toContain('| `ask` | http | 25.0 % |')
})

test('a peer that is missing gives no verdict', () => {
  expect(againstPeer([figure('sigmill', [30])], 'peer', undefined)).toEqual([])
})

test('processor time is compared where both have it', () => {
  const taken = { samples: [{ value: 1, microseconds: 6 }] }
  const given = { samples: [{ value: 1, microseconds: 2 }] }
  const verdicts = againstPeer([figure('sigmill', [], taken), figure('peer', [], given)], 'peer', undefined)
  expect(verdicts.map(({ values }) => values)).toEqual([[1], [3]])
})

test('lines over several sizes are a drawing that can be read', () => {
  const figures = [100, 10_000].map((size) => figure('sigmill', [size], { size }))
  const plot = linePlot(subject(figures))
  expect(() => new SaxesParser().write(plot).close()).not.toThrow()
  expect(plot).toContain('10K')
})

test('a page is filled between its markers, and only there', () => {
  const page = 'before\n<!-- figures: a-subject -->\nold\n<!-- end -->\n<!-- figures: other -->\nkept\n<!-- end -->\n'
  const filled = fillPage(page, report([figure('sigmill', [1234])]), '../plots')
  expect(filled).toContain('**1,234**')
  expect(filled).not.toContain('old')
  expect(filled).toContain('<!-- figures: other -->\nkept\n<!-- end -->')
  expect(filled).toContain('](../plots/a-subject.svg)')
  expect(fillPage(filled, report([figure('sigmill', [1234])]), '../plots')).toBe(filled)
})

test('ratios stand in one table, and of many only the worst', () => {
  const atMost = { bound: 'at most', value: 1.3, unit: '×' } as const
  const grown = [1.1, 1.7, 1, 1.2].map((value) => ({
    trial: `export ${value}`,
    what: 'sigmill',
    values: [value],
    judgedBy: 'median' as const,
    goal: atMost
  }))
  const goal = { bound: 'at least', value: 0.5, unit: '×' } as const
  const against = againstPeer([figure('sigmill', [30]), figure('peer', [40])], 'peer', goal)
  const text = ratiosText({
    programs: ['sigmill'],
    subjects: [subject([], { title: 'Growth', verdicts: grown }), subject([], { title: 'Import', verdicts: against })]
  })
  expect(text).toContain('| Growth | the worst of 4: export 1.7 | 1.7 × | ≤ 1.3 × |')
  expect(text).toContain('| Import | a <trial>: sigmill against peer | 0.75 × | ≥ 0.5 × |')
})

test('what is measured anew takes the place of what was there, and the rest stays with its date', () => {
  const later = { ...TAKEN, at: '2026-06-01T10:00:00.000Z' }
  const earlier = { programs: ['sigmill'], subjects: [subject([], { name: 'kept' }), subject([])] }
  const fresh = { programs: ['sigmill'], subjects: [subject([], { taken: later })] }
  const merged = mergeReports(earlier, fresh, ['a-subject', 'kept', 'never-measured'])
  expect(merged.subjects.map(({ name, taken }) => [name, taken.at])).toEqual([
    ['a-subject', later.at],
    ['kept', TAKEN.at]
  ])
})

test('a report of several runs says of each subject when it was measured', () => {
  const later = { ...TAKEN, at: '2026-06-01T10:00:00.000Z' }
  const one = { programs: ['sigmill'], subjects: [subject([], { title: 'One' }), subject([], { title: 'Two' })] }
  expect(takenText(one)).toMatch(/^- 2026-05-17T10:00:00.000Z, revision 0123456789\n/)
  const two = { ...one, subjects: [...one.subjects, subject([], { title: 'Three', taken: later })] }
  expect(takenText(two)).toMatch(/^One; Two:\n\n- 2026-05-17[\s\S]*\n\nThree:\n\n- 2026-06-01/)
})

test('two programs stand side by side, above one where the first is better', () => {
  const text = compareText(
    report(
      [
        figure('here', [30, 30]),
        figure('v1', [10, 20]),
        figure('here', [10], { unit: 'ms', better: 'less', trial: 'wait' }),
        figure('v1', [5], { unit: 'ms', better: 'less', trial: 'wait' })
      ],
      ['here', 'v1']
    )
  )
  expect(text).toContain('| A subject & more: a <trial> | 15 rules/s | 30 rules/s | **2.25** |')
  expect(text).toContain('| A subject & more: wait | 5 ms | 10 ms | **0.5** |')
})
