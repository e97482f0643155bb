import { type Case, detecting, filter, rule, tagged } from './cases.ts'

/** A case in which our checks and the real tools differ because we want it so. */
export interface DeliberateCase extends Case {
  /** What one side finds and the other does not: names of our checks, or classes of theirs. */
  readonly differs: readonly string[]
  readonly reason: string
}

/** Every deliberate difference, each with its reason. */
export const DELIBERATE: readonly DeliberateCase[] = [
  {
    name: 'd3fend technique',
    text: tagged('d3fend.d3-da'),
    differs: ['InvalidD3FENDagIssue'],
    reason: 'D3FEND is not bundled: the shape of a tag is looked at, so that right ones pass without the network'
  },
  {
    name: 'ATT&CK mitigation',
    text: tagged('attack.m1036'),
    differs: ['InvalidATTACKTagIssue'],
    reason: 'the bundled ATT&CK has no mitigations, so any of their shape passes'
  },
  {
    name: 'them inside of a longer name',
    text: detecting('anthem:\n  A: b', 'anthem'),
    differs: ['ThemConditionWithSingleDetectionIssue'],
    reason: 'pySigma looks for the letters, we for the word'
  },
  {
    name: 'name of a search that is no text',
    text: detecting('selection:\n  A: b\n5:\n  C: d'),
    differs: ['detection'],
    reason: 'other tools read such a name as text, and pySigma finds no search under it'
  },
  {
    name: 'name used by two rules',
    text: `${rule({ more: 'name: one' })}---\n${rule({ title: 'title: Another', id: 'id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a02', more: 'name: one' })}`,
    differs: ['duplicate-name'],
    reason: 'a correlation that refers to the name means one of them, and nobody knows which'
  },
  {
    name: 'condition of a filter',
    text: filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not (selection'),
    differs: ['condition'],
    reason: 'pySigma reads the condition of a filter only where it applies it to a rule, and fails then'
  },
  {
    name: 'keywords that nobody refers to',
    text: detecting('selection:\n  A: b\nother: []'),
    differs: ['empty-keywords', 'WildcardsInsteadOfContainsModifierIssue'],
    reason: 'pySigma complains when the search is used, we always'
  },
  {
    name: 'quoted text that goes on at the margin',
    text: rule({ description: "description: 'two\nlines'" }),
    differs: ['yaml'],
    reason: 'YAML 1.2 wants it indented, and so do other tools than PyYAML'
  },
  {
    name: 'key that is missing before its colon',
    text: rule({ more: ': a' }),
    differs: ['yaml:ParserError'],
    reason: 'YAML 1.2 reads an empty key there, which does no harm'
  },
  {
    name: 'equals sign as key',
    text: rule({ more: '=: a' }),
    differs: ['yaml'],
    reason: 'a plain = has a meaning of its own in YAML 1.1, which PyYAML forgets for keys alone'
  },
  {
    name: 'binary value outside of what Sigma knows',
    text: rule({ more: 'own: !!binary aGk=' }),
    differs: ['yaml'],
    reason: 'tags for sets, pairs and bytes have no place in a Sigma document, whatever field they stand in'
  }
]
