import { expect, test } from 'vitest'
import { ENGINES } from './engines.ts'
import { FORMS } from './forms.ts'

const subjects = FORMS.flatMap((set) => set.subjects.map((subject) => ({ set, subject })))

test('no form of an indicator is declared twice', () => {
  for (const { subject } of subjects) {
    const names = subject.forms.map(({ form, seen }) => `${form}, ${seen}`)
    const events = subject.forms.map(({ event, seen }) => `${JSON.stringify(event)}, ${seen}`)
    expect(names).toEqual([...new Set(names)])
    expect(events).toEqual([...new Set(events)])
  }
})

test('every indicator that gives a rule is declared with a hit and something that is no hit', () => {
  for (const { subject } of subjects.filter(({ subject }) => subject.noRule === undefined)) {
    const outcomes = subject.forms.map(({ verdict }) => verdict.outcome)
    expect(outcomes, subject.value).toContain('hit')
    expect(
      outcomes.some((outcome) => outcome === 'near miss' || outcome === 'missed'),
      subject.value
    ).toBe(true)
  }
})

test('every set of forms is read by one engine whose outcomes are declared', () => {
  for (const set of FORMS) {
    expect(ENGINES.filter((engine) => engine.outcomes === 'declared' && engine.reads(set))).toHaveLength(1)
  }
})

test('indicators that rules of others hit are declared in the same log source', () => {
  for (const { set, subject } of subjects) {
    const neighbours = subjects.filter(({ set: { logSource } }) => logSource === set.logSource)
    const values = new Set(neighbours.map((neighbour) => neighbour.subject.value))
    for (const { also } of subject.forms) for (const value of also) expect(values).toContain(value)
  }
})
