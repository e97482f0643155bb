/** A text with Sigma documents that the real tools and ours are asked about. */
export interface Case {
  readonly name: string
  readonly text: string
}

/** The lines of a rule that nobody complains about, by field. */
const GOOD = {
  title: 'title: Connection to a Test Address',
  id: 'id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a01',
  status: 'status: experimental',
  description: "description: 'Finds connections to an address kept for documentation.'",
  references: 'references:\n  - https://example.com/a\n  - https://example.com/b',
  author: 'author: Example Author',
  date: "date: '2026-05-17'",
  tags: 'tags:\n  - attack.command-and-control\n  - attack.t1071.001',
  logsource: 'logsource:\n  category: network_connection\n  product: windows',
  detection: "detection:\n  selection:\n    DestinationIp: '192.0.2.1'\n  condition: selection",
  falsepositives: 'falsepositives:\n  - Unknown',
  level: 'level: high'
}

type Part = keyof typeof GOOD | 'more'

/** The good rule with some of its lines replaced, or taken out where the replacement is empty. */
export const rule = (instead: Partial<Record<Part, string>> = {}): string =>
  Object.entries({ ...GOOD, more: '', ...instead })
    .filter(([, lines]) => lines !== '')
    .map(([, lines]) => `${lines}\n`)
    .join('')

/** The good rule with a detection of its own; the condition is `selection` unless the lines bring one. */
export const detecting = (lines: string, condition = 'selection'): string =>
  rule({ detection: `detection:\n${lines.replaceAll(/^/gm, '  ')}\n  condition: ${condition}` })

/** The good rule with one field and its value. */
const field = (key: string, value: string): string => detecting(`selection:\n  ${key}: ${value}`)

/** The good rule with tags of its own. */
export const tagged = (...tags: readonly string[]): string =>
  rule({ tags: `tags:\n${tags.map((tag) => `  - ${tag}`).join('\n')}` })

const SECOND_ID = 'id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a02'
const CORRELATION_ID = 'id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a03'
const BASE_RULES = `${rule({ more: 'name: first_rule' })}---\n${rule({ title: 'title: Another Connection', id: SECOND_ID, more: 'name: second_rule' })}`

/** Two named rules and a correlation whose map has these lines. */
const correlation = (...lines: readonly string[]): string =>
  `${BASE_RULES}---\ntitle: Many Connections\n${CORRELATION_ID}\nstatus: experimental\ncorrelation:\n${lines.map((line) => `  ${line}\n`).join('')}`

const COUNT = [
  'type: event_count',
  'rules:',
  '  - first_rule',
  'group-by:',
  '  - Computer',
  'timespan: 5m',
  'condition:',
  '  gte: 10'
]

/** The lines of a counting correlation without those that begin like one of `without`, and with `more`. */
const count = (without: readonly string[], ...more: readonly string[]): string => {
  const kept: string[] = []
  let isOut = false
  for (const line of COUNT) {
    if (!line.startsWith(' ')) isOut = without.some((start) => line.startsWith(start))
    if (!isOut) kept.push(line)
  }
  return correlation(...kept, ...more)
}

/** A filter with these lines. */
export const filter = (lines: string): string =>
  `title: Known Hosts\nlogsource:\n  category: network_connection\n  product: windows\n${lines}\n`

const VALUES: readonly (readonly [name: string, text: string])[] = [
  ['clean', rule()],
  [
    'clean with every field',
    rule({
      more: "name: test_rule\ntaxonomy: sigma\nlicense: MIT\nmodified: '2026-06-01'\nfields:\n  - Image\nscope:\n  - server\nrelated:\n  - id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a09\n    type: derived"
    })
  ],
  ['clean with plain date', rule({ date: 'date: 2026-05-17' })],
  ['clean with comment and markers', `# a comment\n---\n${rule()}...\n# the end\n`],
  ['clean with CRLF', rule().replaceAll('\n', '\r\n')],
  ['clean with directive', `%YAML 1.1\n---\n${rule()}`],
  [
    'clean flow style',
    rule({ detection: 'detection: {selection: {DestinationIp: [192.0.2.1, 192.0.2.2]}, condition: selection}' })
  ],
  [
    'clean with anchors',
    rule({ detection: 'detection:\n  one: &x\n    DestinationIp: 192.0.2.1\n  two: *x\n  condition: one or two' })
  ],
  ['clean with merge', detecting('one: &x\n  A: b\ntwo:\n  <<: *x\n  C: d', 'one or two')],
  ['clean custom field', rule({ more: 'simulation:\n  - type: test' })],
  ['clean block scalar', rule({ description: 'description: |\n  Two lines\n  of text' })],
  ['clean two rules', BASE_RULES],
  [
    'clean without optional fields',
    rule({ status: '', description: '', references: '', author: '', date: '', tags: '', falsepositives: '', level: '' })
  ],

  ['no title', rule({ title: '' })],
  ['empty title', rule({ title: 'title:' })],
  ['title is a number', rule({ title: 'title: 5' })],
  ['title is a list', rule({ title: 'title: [a]' })],
  ['title of 257 characters', rule({ title: `title: ${'x'.repeat(257)}` })],
  ['title of 256 wide characters', rule({ title: `title: ${'\u{1f600}'.repeat(256)}` })],
  ['no id', rule({ id: '' })],
  ['empty id', rule({ id: 'id:' })],
  ['id is no UUID', rule({ id: 'id: <uuid>' })],
  ['id is short', rule({ id: 'id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a0' })],
  ['id without hyphens', rule({ id: 'id: 5f1abf380a3a4c1e9d1c1b6f8f0f5a01' })],
  ['id as urn', rule({ id: 'id: urn:uuid:5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a01' })],
  ['id is a number', rule({ id: 'id: 12345' })],
  ['id twice', `${rule()}---\n${rule({ title: 'title: Another Title' })}`],
  [
    'id twice in other case',
    `${rule()}---\n${rule({ title: 'title: Another Title', id: GOOD.id.toUpperCase().replace('ID:', 'id:') })}`
  ],
  ['title twice', `${rule()}---\n${rule({ id: SECOND_ID })}`],
  ['same rule twice', `${rule()}---\n${rule()}`],
  ['name is a number', rule({ more: 'name: 5' })],
  ['name is empty', rule({ more: "name: ''" })],
  ['name is null', rule({ more: 'name:' })],
  ['name is long', rule({ more: `name: ${'n'.repeat(257)}` })],
  ['taxonomy is a list', rule({ more: 'taxonomy: [sigma]' })],
  ['taxonomy is empty', rule({ more: "taxonomy: ''" })],
  ['status unknown', rule({ status: 'status: done' })],
  ['status in upper case', rule({ status: 'status: Experimental' })],
  ['status is a list', rule({ status: 'status: [test]' })],
  ['level unknown', rule({ level: 'level: severe' })],
  ['level in upper case', rule({ level: 'level: High' })],
  ['level is a number', rule({ level: 'level: 3' })],
  ['level is empty', rule({ level: 'level:' })],
  ['description is a list', rule({ description: 'description:\n  - a' })],
  ['description is empty', rule({ description: 'description:' })],
  ['description is long', rule({ description: `description: ${'x'.repeat(65_536)}` })],
  ['license is a number', rule({ more: 'license: 2' })],
  ['author is a list', rule({ author: 'author:\n  - A\n  - B' })],
  ['references is text', rule({ references: 'references: https://example.com' })],
  ['references with a number', rule({ references: 'references:\n  - 5' })],
  ['references empty', rule({ references: 'references:' })],
  ['reference twice', rule({ references: 'references:\n  - https://example.com/a\n  - https://example.com/a' })],
  ['misspelled references', rule({ more: 'reference: https://example.com/c' })],
  ['misspelled related', rule({ more: 'realted: []' })],
  ['date with slashes', rule({ date: 'date: 2026/05/17' })],
  ['date in another order', rule({ date: "date: '17.05.2026'" })],
  ['date without leading zero', rule({ date: "date: '2026-5-17'" })],
  ['date is a number', rule({ date: 'date: 20260517' })],
  ['date is a list', rule({ date: 'date: [1]' })],
  ['date with a time', rule({ date: 'date: 2026-05-17T10:00:00Z' })],
  ['quoted date that is none', rule({ date: "date: '2026-02-30'" })],
  ['plain date that is none', rule({ date: 'date: 2026-02-30' })],
  ['date is empty', rule({ date: 'date:' })],
  ['modified wrong', rule({ more: 'modified: yesterday' })],
  ['modified with slashes', rule({ more: 'modified: 2026/05/18' })],
  ['fields is text', rule({ more: 'fields: Image' })],
  ['field twice in fields', rule({ more: 'fields:\n  - Image\n  - Image' })],
  ['fields with a number', rule({ more: 'fields:\n  - 5' })],
  ['falsepositives is text', rule({ falsepositives: 'falsepositives: none' })],
  ['false positive of one character', rule({ falsepositives: 'falsepositives:\n  - x' })],
  ['false positive twice', rule({ falsepositives: 'falsepositives:\n  - Unknown\n  - Unknown' })],
  ['falsepositives empty', rule({ falsepositives: 'falsepositives:' })],
  ['scope is text', rule({ more: 'scope: server' })],
  ['scope of one character', rule({ more: 'scope:\n  - s' })],
  ['related is a map', rule({ more: 'related:\n  id: x' })],
  ['related item is text', rule({ more: 'related:\n  - x' })],
  ['related without type', rule({ more: 'related:\n  - id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a09' })],
  ['related without id', rule({ more: 'related:\n  - type: derived' })],
  [
    'related with unknown type',
    rule({ more: 'related:\n  - id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a09\n    type: friend' })
  ],
  [
    'related with type of pySigma alone',
    rule({ more: 'related:\n  - id: 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a09\n    type: correlation' })
  ],
  ['related with bad id', rule({ more: 'related:\n  - id: nonsense\n    type: derived' })],

  ['tags is text', rule({ tags: 'tags: attack.t1059' })],
  ['tags empty', rule({ tags: 'tags:' })],
  ['tag is a number', tagged('5')],
  ['tag without namespace', tagged('execution')],
  ['tag in upper case', tagged('attack.T1059')],
  ['tag with underscore tactic', tagged('attack.command_and_control')],
  ['tag with unknown technique', tagged('attack.t9999')],
  ['tag with revoked technique', tagged('attack.t1086')],
  ['tag with group and software', tagged('attack.g0007', 'attack.s0154')],
  ['tag with unknown group', tagged('attack.g9999')],
  ['tag twice', tagged('attack.execution', 'attack.execution')],
  ['tag in unknown namespace', tagged('own.thing')],
  ['tag cve right', tagged('cve.2021-44228')],
  ['tag cve with dots', tagged('cve.2021.44228')],
  ['tag car right', tagged('car.2016-04-005')],
  ['tag car wrong', tagged('car.2016-4-5')],
  ['tag detection right', tagged('detection.threat-hunting')],
  ['tag detection wrong', tagged('detection.hunting')],
  ['tag stp right', tagged('stp.3u')],
  ['tag stp wrong', tagged('stp.6')],
  ['tag tlp right', tagged('tlp.amber-strict')],
  ['tag tlp wrong', tagged('tlp.purple')],
  ['tag d3fend wrong', tagged('d3fend.nonsense')],
  ['tag with a blank', tagged('attack.t1059 x')],

  ['no log source', rule({ logsource: '' })],
  ['log source empty', rule({ logsource: 'logsource:' })],
  ['log source is text', rule({ logsource: 'logsource: windows' })],
  ['log source is a list', rule({ logsource: 'logsource:\n  - product: windows' })],
  ['log source names nothing', rule({ logsource: 'logsource:\n  definition: none' })],
  ['log source with number', rule({ logsource: 'logsource:\n  product: 5' })],
  ['log source with null', rule({ logsource: 'logsource:\n  product: windows\n  service:' })],
  ['log source with false', rule({ logsource: 'logsource:\n  product: windows\n  service: off' })],
  ['log source with own key', rule({ logsource: 'logsource:\n  product: windows\n  vendor: x' })],
  [
    'log source sysmon with event id',
    rule({
      logsource: 'logsource:\n  product: windows\n  service: sysmon',
      detection: 'detection:\n  selection:\n    EventID: 1\n  condition: selection'
    })
  ],
  [
    'log source security with event ids',
    rule({
      logsource: 'logsource:\n  product: windows\n  service: security',
      detection: 'detection:\n  selection:\n    EventID:\n      - 4624\n      - 4688\n  condition: selection'
    })
  ],
  [
    'log source sysmon with other event id',
    rule({
      logsource: 'logsource:\n  product: windows\n  service: sysmon',
      detection: 'detection:\n  selection:\n    EventID: 99\n  condition: selection'
    })
  ],

  ['no detection', rule({ detection: '' })],
  ['detection is a list', rule({ detection: 'detection:\n  - a' })],
  ['detection is null', rule({ detection: 'detection:' })],
  ['detection without search', rule({ detection: 'detection:\n  condition: selection' })],
  ['detection without condition', rule({ detection: 'detection:\n  selection:\n    A: b' })],
  ['search is empty', detecting('selection: {}')],
  ['search is text', detecting('selection: keyword')],
  ['search is null', detecting('selection:')],
  ['search is a date', detecting('selection: 2026-05-17')],
  ['keywords', detecting('selection:\n  - one\n  - two\n  - 3')],
  ['keywords with a boolean', detecting('selection:\n  - one\n  - true')],
  ['keywords with a fraction', detecting('selection:\n  - one\n  - 1.5')],
  ['keywords with a date', detecting('selection:\n  - one\n  - 2026-05-17')],
  ['keywords empty', detecting('selection: []')],
  ['keywords under all', detecting("selection:\n  '|all':\n    - one\n    - two")],
  ['list of maps', detecting('selection:\n  - A: b\n  - C: d')],
  ['list of maps and keywords', detecting('selection:\n  - A: b\n  - keyword')],
  ['list in a list', detecting('selection:\n  - - a\n    - b')],
  ['null value', field('A', 'null')],
  ['empty value', field('A', '')],
  ['empty text', field('A', "''")],
  ['empty list of values', field('A', '[]')],
  ['empty list of values with contains', field('A|contains', '[]')],
  ['numbers', field('A', '[1, 0x1f, 017, 1_000, 2.5, 20:1:2]')],
  ['booleans', field('A', '[true, no]')],
  ['infinite number', field('A', '.inf')],
  ['no number', field('A', '.nan')],
  ['number beyond all', field('A', `1${'0'.repeat(400)}`)],
  ['date as value', field('A', '2026-05-17')],
  ['map as value', field('A', '{b: c}')],
  ['list in a list of values', field('A', '[[a]]')],
  ['number as field', detecting('selection:\n  5: a')],

  ['unknown modifier', field('A|contain', 'b')],
  ['empty modifier', field("'A|'", 'b')],
  ['contains on a number', field('A|contains', '5')],
  ['contains and all', field('A|contains|all', '[a, b]')],
  ['all before contains', field('A|all|contains', '[a, b]')],
  ['all without contains', field('A|all', '[a, b]')],
  ['startswith and endswith', field('A|startswith', 'b')],
  ['cased contains', field('A|contains|cased', 'b')],
  ['exists', field('A|exists', 'true')],
  ['exists on text', field('A|exists', "'true'")],
  ['exists on keyword', field("'|exists'", 'true')],
  ['exists behind all', field('A|all|exists', 'true')],
  ['regular expression', field('A|re', "'^a.*b$'")],
  ['regular expression with flags', field('A|re|i|m|s', "'^a.*b$'")],
  ['regular expression on a number', field('A|re', '5')],
  ['regular expression broken', field('A|re', "'a(b'")],
  ['regular expression with bad escape', field('A|re', "'\\y'")],
  ['regular expression with nothing to repeat', field('A|re', "'*.exe'")],
  ['regular expression contains', field('A|re|contains', "'ab+'")],
  ['regular expression contains with flags inside', field('A|re|contains', "'(?i)ab'")],
  ['regular expression behind contains', field('A|contains|re', "'a'")],
  ['regular expression with star only', field('A|re', "'.*'")],
  ['flag without expression', field('A|i', 'b')],
  ['base64', field('A|base64', 'abc')],
  ['base64 with wildcard', field('A|base64', "'a*'")],
  ['base64 behind contains', field('A|contains|base64', 'abc')],
  ['base64 twice', field('A|base64|base64', 'abc')],
  ['base64offset with contains', field('A|base64offset|contains', 'abc')],
  ['base64offset alone', field('A|base64offset', 'abc')],
  ['wide base64offset contains', field('A|wide|base64offset|contains', 'abc')],
  ['wide alone', field('A|wide', 'abc')],
  ['wide beyond ASCII', field('A|wide|base64offset|contains', "'\u00e9'")],
  ['wide with even code', field('A|wide|base64offset|contains', "'\u0120'")],
  ['utf16', field('A|utf16|base64', 'abc')],
  ['utf16be', field('A|utf16be|base64', 'abc')],
  ['windash', field('A|windash|contains', "' -enc'")],
  ['windash with all', field('A|windash|contains|all', "[' -enc', ' -nop']")],
  ['windash with many dashes', field('A|windash|contains', "' -a -b -c -d'")],
  ['cidr', field('A|cidr', '[192.0.2.0/24, 2001:db8::/32]')],
  ['cidr with mask', field('A|cidr', '192.0.2.0/255.255.255.0')],
  ['cidr with host mask', field('A|cidr', '192.0.2.0/0.0.0.255')],
  ['cidr without length', field('A|cidr', '192.0.2.1')],
  ['cidr with host bits', field('A|cidr', '192.0.2.1/24')],
  ['cidr with host bits, version 6', field('A|cidr', '2001:db8::1/32')],
  ['cidr with wildcard', field('A|cidr', "'192.0.2.*'")],
  ['cidr with too long a prefix', field('A|cidr', '192.0.2.0/33')],
  ['cidr with two slashes', field('A|cidr', '192.0.2.0/24/24')],
  ['cidr behind all', field('A|all|cidr', '192.0.2.0/24')],
  ['comparison', field('A|gte', '5')],
  ['comparison of a fraction', field('A|lt', '0.5')],
  ['comparison of text', field('A|gt', "'5'")],
  ['comparison of a boolean', field('A|lte', 'true')],
  ['not equal', field('A|neq', 'b')],
  ['fieldref', field('A|fieldref', 'B')],
  ['fieldref with wildcard', field('A|fieldref', "'B*'")],
  ['fieldref contains', field('A|fieldref|contains', 'B')],
  ['expand', field('A|expand', "'%servers%'")],
  ['expand contains', field('A|contains|expand', "'x%servers%'")],
  ['hour', field('A|hour', '5')],
  ['hour compared', field('A|hour|gte', '5')],
  ['hour of text', field('A|hour', "'5'")],
  ['modifier twice', field('A|contains|contains', 'b')],
  ['flag twice by two names', field('A|re|i|ignorecase', 'b')],

  ['number in quotes', field('A', "'5'")],
  ['number in quotes with sign', field('A', "'-5'")],
  ['number in quotes with underscore', field('A', "'1_000'")],
  ['number in quotes with blank', field('A', "' 5'")],
  ['number in quotes with contains', field('A|contains', "'5'")],
  ['number in quotes, cased', field('A|cased', "'5'")],
  ['hexadecimal in quotes', field('A', "'0x5'")],
  ['control character', field('A', '"C:\\temp"')],
  ['control character in keyword', detecting('selection:\n  - "a\\tb"')],
  ['wildcards for contains', field('A', "'*b*'")],
  ['wildcard for endswith', field('A', "['*b', '*c']")],
  ['wildcard for startswith', field('A', "'b*'")],
  ['wildcards for two modifiers', field('A', "['*b', 'c*']")],
  ['wildcard alone', field('A', "'*'")],
  ['wildcard in the middle', field('A', "'a*b'")],
  ['wildcards in keywords', detecting("selection:\n  - '*a*'")],
  ['wildcard with its modifier', field('A|endswith', "'*b'")],
  ['single wildcard at the end', field('A', "'b?'")],
  ['escaped wildcard', field('A', "'a\\*b'")],
  ['escaped question mark', field('A|contains', "'a\\?b'")],
  ['escaped backslash before wildcard', field('A', "'a\\\\*b'")],
  ['two wildcards', field('A', "'a**b'")],
  ['two wildcards with contains', field('A|contains', "'**b'")],
  ['wildcards in a regular expression', field('A|re', "'.*b.*'")],

  ['condition is a number', detecting('selection:\n  A: b', '5')],
  ['condition is null', detecting('selection:\n  A: b', '')],
  ['condition is a list', detecting('selection:\n  A: b', '[selection]')],
  ['condition is an empty list', detecting('selection:\n  A: b', '[]')],
  ['condition with unknown search', detecting('selection:\n  A: b', 'selektion')],
  ['condition with pipe', detecting('selection:\n  A: b', 'selection | count() > 5')],
  ['condition with open parenthesis', detecting('selection:\n  A: b', '(selection')],
  ['condition with two names', detecting('selection:\n  A: b', 'selection selection')],
  ['condition ends in and', detecting('selection:\n  A: b', 'selection and')],
  ['condition with not at the end', detecting('selection:\n  A: b', 'selection and not')],
  ['condition with comma', detecting('selection:\n  A: b', 'selection, selection')],
  ['condition in upper case', detecting('selection:\n  A: b', 'NOT selection')],
  ['condition without blank behind not', detecting('selection:\n  A: b', 'notselection')],
  ['condition with search named nothing', detecting('nothing:\n  A: b', 'nothing')],
  ['condition with search named order', detecting('selection:\n  A: b\norder:\n  C: d', 'selection or order')],
  ['condition with all operators', detecting('a:\n  A: b\nb:\n  A: c\nc:\n  A: d', 'a and (b or not c)')],
  ['condition with double not', detecting('selection:\n  A: b', 'not not selection')],
  ['condition 1 of', detecting('selection_a:\n  A: b\nselection_b:\n  A: c', '1 of selection_*')],
  ['condition any of', detecting('selection_a:\n  A: b\nselection_b:\n  A: c', 'any of selection_*')],
  ['condition all of', detecting('selection_a:\n  A: b\nselection_b:\n  A: c', 'all of selection_*')],
  ['condition 1 of them', detecting('one:\n  A: b\ntwo:\n  A: c', '1 of them')],
  ['condition all of them', detecting('one:\n  A: b\ntwo:\n  A: c', 'all of  them')],
  ['condition 1 of them with one search', detecting('one:\n  A: b', '1 of them')],
  ['condition 2 of', detecting('one:\n  A: b', '2 of them')],
  ['condition with dangling pattern', detecting('selection:\n  A: b', 'selection or 1 of filter_*')],
  ['condition with hyphen in pattern', detecting('sel-a:\n  A: b', '1 of sel-*')],
  ['condition with hyphen in name', detecting('sel-a:\n  A: b', 'sel-a')],
  ['condition with underscore search', detecting('_a:\n  A: b\nb:\n  A: c', '1 of them')],
  ['condition with underscore pattern', detecting('_a:\n  A: b', '1 of _*')],
  ['dangling search', detecting('selection:\n  A: b\nfilter:\n  C: d', 'selection')],
  ['condition over two lines', detecting('selection:\n  A: b', '>\n    selection\n    or not selection')],
  ['condition empty', detecting('selection:\n  A: b', "''")],

  [
    'action global',
    `action: global\ntitle: Shared Title\nlogsource:\n  product: windows\n---\n${rule({ title: '', logsource: '' })}`
  ],
  ['action repeat', `${rule()}---\naction: repeat\ntitle: Another Title\n${SECOND_ID}\n`],
  ['action reset', `action: global\ntitle: Shared Title\n---\naction: reset\n---\n${rule()}`],
  ['action global overrides', `action: global\nlevel: severe\n---\n${rule()}`],
  ['action unknown', `action: nonsense\n---\n${rule()}`],

  ['correlation', count([])],
  ['correlation is text', `${BASE_RULES}---\ntitle: Many\n${CORRELATION_ID}\ncorrelation: event_count\n`],
  ['correlation without type', count(['type'])],
  ['correlation with unknown type', count(['type'], 'type: event_sum')],
  ['correlation without rules', count(['rules'])],
  ['correlation with rules as text', count(['rules'], 'rules: first_rule')],
  ['correlation with rules as map', count(['rules'], 'rules:', '  a: b')],
  ['correlation with unknown rule', count(['rules'], 'rules:', '  - third_rule')],
  ['correlation with rule by id', count(['rules'], 'rules:', '  - 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a01')],
  ['correlation with unknown id', count(['rules'], 'rules:', '  - 5f1abf38-0a3a-4c1e-9d1c-1b6f8f0f5a77')],
  ['correlation that generates', count([], 'generate: true')],
  ['correlation with wrong generate', count([], 'generate: maybe')],
  ['correlation grouped by text', count(['group-by'], 'group-by: Computer')],
  ['correlation grouped by map', count(['group-by'], 'group-by:', '  a: b')],
  ['correlation without timespan', count(['timespan'])],
  ['correlation with zero timespan', count(['timespan'], 'timespan: 0m')],
  ['correlation with wrong timespan', count(['timespan'], 'timespan: 5 minutes')],
  ['correlation with number as timespan', count(['timespan'], 'timespan: 5')],
  ['correlation with aliases', count([], 'aliases:', '  ip:', '    first_rule: DestinationIp')],
  ['correlation with aliases as list', count([], 'aliases:', '  - ip')],
  ['correlation with alias as text', count([], 'aliases:', '  ip: DestinationIp')],
  ['correlation without condition', count(['condition'])],
  ['correlation with two operators', count(['condition'], 'condition:', '  gte: 1', '  lte: 5')],
  ['correlation with no operator', count(['condition'], 'condition:', '  field: A')],
  ['correlation with unknown operator', count(['condition'], 'condition:', '  gte: 1', '  over: 5')],
  ['correlation with count as text', count(['condition'], 'condition:', "  gte: '10'")],
  ['correlation with count as word', count(['condition'], 'condition:', '  gte: ten')],
  ['correlation with condition as list', count(['condition'], 'condition:', '  - gte')],
  ['correlation with condition as text', count(['condition'], 'condition: first_rule')],
  [
    'correlation of values',
    count(['type', 'condition'], 'type: value_count', 'condition:', '  gte: 5', '  field: Image')
  ],
  ['correlation of values without field', count(['type', 'condition'], 'type: value_count', 'condition:', '  gte: 5')],
  [
    'correlation of percentile',
    count(
      ['type', 'condition'],
      'type: value_percentile',
      'condition:',
      '  gte: 5',
      '  field: Image',
      '  percentile: 95'
    )
  ],
  [
    'correlation of wrong percentile',
    count(
      ['type', 'condition'],
      'type: value_percentile',
      'condition:',
      '  gte: 5',
      '  field: Image',
      '  percentile: most'
    )
  ],
  [
    'correlation temporal',
    correlation('type: temporal', 'rules:', '  - first_rule', '  - second_rule', 'timespan: 1h')
  ],
  [
    'correlation temporal with condition',
    correlation(
      'type: temporal',
      'rules:',
      '  - first_rule',
      '  - second_rule',
      'timespan: 1h',
      'condition: first_rule and not second_rule'
    )
  ],
  [
    'correlation temporal by condition alone',
    correlation('type: temporal_ordered', 'timespan: 1h', 'condition: first_rule and second_rule')
  ],
  [
    'correlation temporal with broken condition',
    correlation('type: temporal', 'timespan: 1h', 'condition: first_rule and (second_rule')
  ],
  [
    'correlation temporal that leaves a rule out',
    correlation(
      'type: temporal',
      'rules:',
      '  - first_rule',
      '  - second_rule',
      'timespan: 1h',
      'condition: first_rule'
    )
  ],
  [
    'correlation temporal with another rule',
    correlation('type: temporal', 'rules:', '  - first_rule', 'timespan: 1h', 'condition: first_rule and second_rule')
  ],
  [
    'correlation temporal with unknown rule',
    correlation('type: temporal', 'timespan: 1h', 'condition: first_rule and third_rule')
  ],
  ['correlation without id', count([]).replace(`${CORRELATION_ID}\n`, '')],
  ['correlation with bad tag', `${count([])}tags:\n  - attack.nonsense\n`],
  [
    'correlation with status in upper case',
    count([]).replace('status: experimental\ncorrelation', 'status: Experimental\ncorrelation')
  ],
  ['correlation with empty description', `${count([])}description:\n`],
  ['correlation with slashed date', `${count([])}date: 2026/5/17\n`],

  ['filter', filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection')],
  [
    'filter with list of rules',
    filter('filter:\n  rules:\n    - first_rule\n  selection:\n    A: b\n  condition: not selection')
  ],
  ['filter is text', filter('filter: any')],
  ['filter is null', filter('filter:')],
  ['filter without rules', filter('filter:\n  selection:\n    A: b\n  condition: not selection')],
  [
    'filter with rules as map',
    filter('filter:\n  rules:\n    a: b\n  selection:\n    A: b\n  condition: not selection')
  ],
  ['filter without condition', filter('filter:\n  rules: any\n  selection:\n    A: b')],
  [
    'filter with list of conditions',
    filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition:\n    - not selection')
  ],
  ['filter without search', filter('filter:\n  rules: any\n  condition: not selection')],
  [
    'filter without log source',
    'title: Known Hosts\nfilter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection\n'
  ],
  [
    'filter with unknown modifier',
    filter('filter:\n  rules: any\n  selection:\n    A|b: c\n  condition: not selection')
  ],

  [
    'filter with falsy log source',
    filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection').replace(
      'category: network_connection',
      'category: []\n  service: {}\n  definition: 0'
    )
  ],
  [
    'filter with number in log source',
    filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection').replace(
      'category: network_connection',
      'category: 5'
    )
  ],
  [
    'filter with list in log source',
    filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection').replace(
      'category: network_connection',
      'category: [a]'
    )
  ],
  [
    'filter with related correlation',
    `${filter('filter:\n  rules: any\n  selection:\n    A: b\n  condition: not selection')}related:\n  - id: 5f1abf380a3a4c1e9d1c1b6f8f0f5a09\n    type: Correlation\n`
  ],
  ['action is a list', `action: [global]\n---\n${rule()}`],
  ['action global with lists', `action: global\ntags:\n  - attack.nonsense\n---\n${rule({ tags: '' })}`],
  ['action global before a correlation', `action: global\nlevel: severe\n---\naction: reset\n---\n${count([])}`],
  [
    'action repeat of a detection',
    `${rule()}---\naction: repeat\ntitle: Another Title\n${SECOND_ID}\ndetection:\n  selection:\n    DestinationPort: 5\n`
  ],
  ['log source of another service', rule({ logsource: 'logsource:\n  product: windows\n  service: powershell' })],
  ['log source of a number', rule({ logsource: 'logsource:\n  product: 5\n  service: sysmon' })],
  [
    'log source sysmon with text',
    rule({
      logsource: 'logsource:\n  product: windows\n  service: sysmon',
      detection: 'detection:\n  selection:\n    EventID: one\n    Image: 1\n  condition: selection'
    })
  ],
  ['log source without service', rule({ logsource: 'logsource:\n  product: windows\n  service: 5' })],
  ['tag near a namespace', tagged('atack.t1059')],
  ['regular expression empty contains', field('A|re|contains', "''")],
  ['regular expression open at its ends', field('A|re|contains', "['^a', 'a$', '.*a.*']")],
  ['regular expression startswith', field('A|re|startswith', "'a'")],
  ['regular expression endswith', field('A|re|endswith', "'a'")],
  ['regular expression with placeholder', field('A|re|expand', "'%a%'")],
  ['expand on a number', field('A|expand', '5')],
  ['windash on a number', field('A|windash', '5')],
  ['windash as number', field('A|windash|gt', "' -a'")],
  ['keyword with modifier', detecting("selection:\n  '|contains': a")],
  ['null as field', detecting('selection:\n  ~: a')],
  ['description is a map', rule({ description: 'description: {a: b}' })],
  ['status near a right one', rule({ status: 'status: expermental' })],
  ['status far from any', rule({ status: 'status: x' })],
  ['correlation with rule that is a map', count(['rules'], 'rules:', '  - a: b')],
  [
    'correlation with field alone wrong',
    count(['type', 'condition'], 'type: value_sum', 'condition:', '  gte: 5', '  field:')
  ],
  ['correlation with count as map', count(['condition'], 'condition:', '  gte: {a: b}')],
  ['correlation with type as list', count(['type'], 'type: [event_count]')],
  [
    'correlation temporal with rules as text',
    correlation('type: temporal', 'rules: first_rule', 'timespan: 1h', 'condition: first_rule')
  ],
  ['correlation with references', `${count([])}references:\n  - https://example.com/a\n`],
  ['action repeat of nothing', `action: repeat\n${rule()}`],
  ['wide with wildcard', field('A|wide', "'a*b'")],
  ['broken YAML', rule({ title: 'title: a: b' })],
  ['YAML with tab', rule({ detection: 'detection:\n\tselection: a' })],
  ['YAML with tab in text', rule({ title: 'title: a\tb' })],
  ['YAML with tab in quotes', rule({ title: 'title: "a\tb"' })],
  ['YAML with open quote', rule({ title: "title: 'a" })],
  ['YAML with unknown tag', rule({ title: 'title: !own a' })],
  ['YAML with unknown alias', rule({ title: 'title: *a' })],
  ['YAML with open bracket', rule({ more: 'fields: [a' })],
  ['YAML with control character', rule({ title: 'title: a\u0007b' })],
  ['YAML with reserved character', rule({ title: 'title: @a' })],
  ['YAML with map as key', rule({ more: '? {a: b}\n: c' })],
  ['YAML with equals sign as value', rule({ more: 'own: =' })],
  ['YAML with merge of text', rule({ more: '<<: a' })],
  ['YAML with wrong version', `%YAML 2.0\n---\n${rule()}`],
  ['key twice', rule({ more: 'level: low' })],
  ['field twice', detecting('selection:\n  A: b\n  A: c')],
  ['document is text', 'just text\n'],
  ['document is a list', '- a\n- b\n'],
  ['empty', ''],
  ['comment only', '# nothing\n'],
  ['trailing separator', `${rule()}---\n`],
  ['leading empty document', `---\n---\n${rule()}`],
  [
    'document with a comment only',
    `${rule()}---\n# nothing\n---\n${rule({ id: SECOND_ID, title: 'title: Another Title' })}`
  ]
]

/** Every case, by a name of its own. */
export const CASES: readonly Case[] = VALUES.map(([name, text]) => ({ name, text }))
