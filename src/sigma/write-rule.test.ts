import { describe, expect, it } from 'vitest'
import type { SigmaRule } from './rule.ts'
import { DOCUMENT_SEPARATOR, writeRule } from './write-rule.ts'

const rule: SigmaRule = {
  title: 'Example IOC - Malicious IP 192.0.2.1',
  id: '00000000-0000-5000-8000-000000000000',
  description: "Detects it's address.",
  references: ['https://example.com'],
  author: 'Example',
  date: '2026-05-17',
  modified: undefined,
  tags: ['attack.execution'],
  logsource: { category: 'network_connection', product: 'windows' },
  selection: [[{ field: 'DestinationIp', modifiers: [], values: ['192.0.2.1'] }]],
  fields: [],
  falsepositives: ['Unknown'],
  level: 'high'
}

const lines = (change: Partial<SigmaRule>) => writeRule({ ...rule, ...change }).split('\n')
const between = (change: Partial<SigmaRule>, first: string, last: string) => {
  const written = lines(change)
  return written.slice(written.indexOf(first) + 1, written.indexOf(last))
}

describe('writeRule', () => {
  it('writes the keys in their order, names plain and every other scalar single-quoted', () => {
    expect(writeRule(rule)).toBe(`title: 'Example IOC - Malicious IP 192.0.2.1'
id: 00000000-0000-5000-8000-000000000000
status: experimental
description: 'Detects it''s address.'
references:
  - 'https://example.com'
author: 'Example'
date: '2026-05-17'
tags:
  - attack.execution
logsource:
  category: network_connection
  product: windows
detection:
  selection:
    DestinationIp: '192.0.2.1'
  condition: selection
falsepositives:
  - 'Unknown'
level: high
`)
  })

  it('joins documents with a line between them', () => {
    expect(DOCUMENT_SEPARATOR).toBe('---\n')
  })

  it('writes the day of the last change behind the date', () => {
    expect(between({ modified: '2026-06-01' }, "date: '2026-05-17'", 'tags:')).toEqual(["modified: '2026-06-01'"])
  })

  it('leaves out tags when there are none', () => {
    expect(lines({ tags: [] })).not.toContain('tags:')
  })

  it('writes fields behind the detection when they are asked for', () => {
    expect(between({ fields: ['SourceIp'] }, '  condition: selection', 'falsepositives:')).toEqual([
      'fields:',
      "  - 'SourceIp'"
    ])
  })

  it('writes a log source by product and service with its definition', () => {
    const logsource = { product: 'm365', service: 'exchange', definition: 'Requirements: traces' }
    expect(between({ logsource }, 'logsource:', 'detection:')).toEqual([
      '  product: m365',
      '  service: exchange',
      "  definition: 'Requirements: traces'"
    ])
  })

  it('writes several fields of one map below each other and several values as a list', () => {
    const selection = [
      [
        { field: 'c-uri', modifiers: ['startswith'], values: ['a', 'b'] },
        { field: 'c-uri', modifiers: ['contains', 'all'], values: ['c', 'd'] }
      ]
    ]
    expect(between({ selection }, '  selection:', '  condition: selection')).toEqual([
      '    c-uri|startswith:',
      "      - 'a'",
      "      - 'b'",
      '    c-uri|contains|all:',
      "      - 'c'",
      "      - 'd'"
    ])
  })

  it('writes several maps as a list', () => {
    const first = [
      { field: 'A', modifiers: [], values: ['1', '2'] },
      { field: 'B', modifiers: [], values: ['3'] }
    ]
    const second = [{ field: 'A', modifiers: ['endswith'], values: ['4'] }]
    expect(between({ selection: [first, second] }, '  selection:', '  condition: selection')).toEqual([
      '    - A:',
      "        - '1'",
      "        - '2'",
      "      B: '3'",
      "    - A|endswith: '4'"
    ])
  })
})
