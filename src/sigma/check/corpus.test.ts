import { expect, it } from 'vitest'
import { CASES } from '../../../tests/conformance/own-checks/cases.ts'
import { DELIBERATE } from '../../../tests/conformance/own-checks/deliberate.ts'
import { CLASSES } from '../../../tests/conformance/own-checks/classes.ts'
import { CHECKS } from './checks.ts'
import { checkRules } from './rule-check.ts'

const found = [...CASES, ...DELIBERATE].map(({ name, text }) => ({ name, findings: checkRules(text) }))

it('finds in every case of the corpus what it is known to find', async () => {
  const lines = found.map(({ name, findings }) => {
    const places = findings.map(
      ({ document, line, column, severity, check, field }) =>
        `  ${document} ${line}:${column} ${severity} ${check} ${field}\n`
    )
    return `${name}\n${places.join('')}`
  })
  await expect(lines.join('')).toMatchFileSnapshot('../../../tests/golden/own-checks.txt')
})

it('finds nothing in what is called clean', () => {
  expect(found.filter(({ name, findings }) => name.startsWith('clean') && findings.length > 0)).toEqual([])
})

it('says what to do about every finding', () => {
  const reasons = found.flatMap(({ findings }) => findings.map(({ reason }) => reason))
  expect(reasons.filter((reason) => !/[;?:]/.test(reason))).toEqual([])
})

it('has a case for every check', () => {
  const names = new Set(found.flatMap(({ findings }) => findings.map(({ check }) => check)))
  expect(CHECKS.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([])
})

it('has a counterpart in the real tools for every check, and each name once', () => {
  const names = CHECKS.map(({ name }) => name)
  expect(names.filter((name) => CLASSES[name] === undefined)).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})
