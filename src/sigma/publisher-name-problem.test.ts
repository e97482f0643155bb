import { describe, expect, it } from 'vitest'
import { publisherNameProblem } from './publisher-name-problem.ts'

describe('publisherNameProblem', () => {
  it.each([
    'SOC Defenders',
    "O'Reilly",
    'Team of the North',
    'example.org',
    'abuse/desk',
    'blue_team',
    '24x7 SOC',
    'ACME',
    'Société',
    '防衛',
    'A'.repeat(24),
    '😀'.repeat(24)
  ])('takes %j', (name) => {
    expect(publisherNameProblem(name)).toBeUndefined()
  })

  it.each([
    ['', 'empty'],
    ['A'.repeat(25), '25 characters'],
    ['A\nB', 'unprintable'],
    ['A\u202eB', 'unprintable'],
    [' A', 'blanks'],
    ['A  B', 'blanks'],
    ['A [B]', 'break the name'],
    ['A "B"', 'break the name'],
    ['A\\B', 'break the name'],
    ['Detect', 'begins with "Detect"'],
    ['Detects All', 'begins with "Detects"'],
    ['acme corp', 'the word "acme" in lower case'],
    ['Acme corp', 'the word "corp" in lower case'],
    ['Équipe élan', 'the word "élan" in lower case']
  ])('refuses %j, saying: %s', (name, reason) => {
    expect(publisherNameProblem(name)).toContain(reason)
  })
})
