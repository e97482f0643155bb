import { expect, it } from 'vitest'
import { capFindings } from './cap-findings.ts'
import type { Severity } from './finding.ts'

const said = (count: number, severity: Severity) =>
  Array.from({ length: count }, (_, at) => ({ at, check: 'level', severity, field: 'level', reason: 'mend it' }))

it('hands on a thousand findings as they are', () => {
  const found = said(1_000, 'medium')
  expect([...capFindings(found)]).toEqual(found)
})

it('counts the others, as grave as the gravest, where the first of them stands', () => {
  const found = [...said(1_000, 'error'), ...said(2, 'low'), ...said(1, 'high'), ...said(1, 'medium')]
  const capped = [...capFindings(found)]
  expect(capped).toHaveLength(1_001)
  expect(capped.at(-1)).toEqual({
    at: 0,
    check: 'too-many-findings',
    severity: 'high',
    field: '',
    reason: 'from there on there are 4 more findings in the document; mend the others first'
  })
})
