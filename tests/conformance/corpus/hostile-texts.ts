/** Parts a list of texts without blanks. */
const words = (text: string): readonly string[] => text.split(' ')

// What YAML 1.1 reads as something else than a text when it stands plain.
const BOOLEANS_AND_NULLS = words('yes No on OFF y n true False null Null ~')
const NUMBERS = words(
  '017 0o17 0x1F 0b11 1_000 1e3 1E400 .inf -.INF .nan 12345678901234567890 1.0 +1 -1 12:30:45 20:1:2'
)
const DATES = ['2026-05-17', '2026-05-17T10:00:00Z', '2026-05-17 10:00:00', '1:2:3:4:5:6:7:8']
const INDICATORS_OF_YAML = words(
  '--- ... << = &a *a !a !!python/object:os.system @a `a` | > |- >2 { } [ ] , \' " \'\' "" a: #a'
)
const PIECES_OF_YAML = [
  '',
  '- a',
  '? a',
  ': a',
  'a: b',
  '# a',
  'a # b',
  '--- a',
  '%YAML 1.2',
  '{a: b}',
  '[a, b]',
  "'a'",
  '"a"',
  "it's"
]

// What escapes, wildcards, templates and shells act on.
const ESCAPES = words('\\ \\\\ \\n \\x00 \\u2028 C:\\temp\\new \\\\server\\share \\* \\? \\1 %25 %2e%2e%2f %00')
const WILDCARDS = words('* ? ** ?? a*b?c % _ %% %s%n .* ^a$ [a-z]+ (a|b)')
const TEMPLATES = ['${a}', '{{ a }}', '{% a %}', '<%= a %>', '#{a}', '$(id)', '$1', '$$', '%(a)s', '{0}']

// What queries, spreadsheets, pages and folders act on.
const QUERIES = [
  "' OR '1'='1",
  "'; DROP TABLE events;--",
  '" | delete',
  '") or ("1"="1',
  '| table *',
  '[search index=*]',
  '/* a */'
]
const OPERATORS = [
  '(a OR b)',
  'a AND b',
  'NOT a',
  '-- a',
  'a=b',
  'a:b',
  'a<b>c',
  '|| true',
  '&& false',
  '=1+1',
  '@SUM(A1)',
  '+1|a'
]
const MARKUP = [
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  '&amp;',
  ']]>',
  '<!-- a -->',
  '[a](b)',
  '../../etc/passwd',
  'a/../b',
  'a//b'
]

// What a Sigma rule says elsewhere.
const SIGMA = [
  '1 of them',
  'selection',
  'condition: selection',
  'level: critical',
  'tlp.red',
  'attack.t1059',
  'id: 1',
  'title: a'
]
const BLANKS = ['a\tb', 'a  b', ' a ', 'a.', 'a...', 'a\nb', 'a\r\n---\r\nb', 'Detects', 'Detect a']

// Other scripts, characters that look like others or like none.
const SCRIPTS = words('Bücher ΑΒΓ пример 例え مثال ไทย हिन्दी 한국어 e\u0301 \u00e9 ﬁ İ ı ß ſ 🦊 👩‍👩‍👧')
const INVISIBLE = words(
  '\u200b a\u200db \u00ada \u2060 a\u00a0b a\u3000b \ufeff \u0085 a\u2028b a\u2029b \u202ea \u2066a\u2069 \ud800'
)
const FULL_WIDTH = words('． 。 ／ ： ＇ ｛ ＊ ？ ＼ ＂ ％')

/** Every text that a value, a name or a link of a feed may hold to break what it passes through. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...BOOLEANS_AND_NULLS,
  ...NUMBERS,
  ...DATES,
  ...INDICATORS_OF_YAML,
  ...PIECES_OF_YAML,
  ...ESCAPES,
  ...WILDCARDS,
  ...TEMPLATES,
  ...QUERIES,
  ...OPERATORS,
  ...MARKUP,
  ...SIGMA,
  ...BLANKS,
  ...SCRIPTS,
  ...INVISIBLE,
  ...FULL_WIDTH
]
