import { array, assert, asyncProperty, constantFrom, nat, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../feed-format.contract.ts'
import { createHtmlText } from './html-text.ts'
import type { NumberedLine } from './numbered-lines.ts'
import { report } from './report.ts'

const MD5 = 'b2'.repeat(16)

const PAGE = `<!DOCTYPE html>
<html><head><title>Example</title><style>a { content: "x[.]example.com" }</style>
<script>var host = "y[.]example.com"; if (1 < 2) go("</b>")</script></head>
<body class='a "b"'><!-- z[.]example.com -- > -->
<p>Read <a href="https://blog.example.com/post">our post</a> on
<a href="hxxps://no[.]example.com/">evil<span>[.]</span>example.com</a> &amp; one&#91;.&#x5d;example.net 1 < 2</p>
<h2>Indicators</h2>
<table>
<tr><th>Host</th><th>MD5</th></tr>
<tr>
  <td>bad.example.com</td>
  <td>${MD5}<br/></td>
</tr>
</table>
<ul><li>mail.example.net<li>198.51.100.7</ul>
<pre>
two.example.org
</pre>
</body></html>
`

const valuesOf = async (text: string) =>
  (await readText(report, text)).items.map(({ value, position }) => [value, position])

const linesOf = (chunks: readonly string[], most = 1_000): readonly NumberedLine[] => {
  const html = createHtmlText(most)
  return [...chunks.flatMap((chunk) => html.push(chunk)), ...html.end()]
}

describe('a report in HTML', () => {
  it('is read without tags, attributes, scripts, styles and comments', async () => {
    expect(await valuesOf(PAGE)).toEqual([
      ['evil[.]example.com', 'line 6'],
      ['one[.]example.net', 'line 6'],
      ['bad.example.com', 'line 11'],
      [MD5, 'line 11'],
      ['mail.example.net', 'line 15'],
      ['198.51.100.7', 'line 15'],
      ['two.example.org', 'line 17']
    ])
  })

  it('gives the same lines however it is cut into chunks', () => {
    const whole = linesOf([PAGE])
    expect(linesOf(Array.from(PAGE))).toEqual(whole)
    for (let cut = 0; cut < PAGE.length; cut += 7) expect(linesOf([PAGE.slice(0, cut), PAGE.slice(cut)])).toEqual(whole)
  })

  it.each([
    ['an unclosed tag', '<p>a[.]example.com</p><a href="x'],
    ['an unclosed comment', '<p>a[.]example.com</p><!-- x'],
    ['an unclosed script', '<p>a[.]example.com</p><script>b[.]example.com'],
    ['tags deep in one another', `${'<div>'.repeat(5_000)}a[.]example.com`],
    ['an endless name', `<${'x'.repeat(50_000)}>a[.]example.com`],
    ['a stray end', '</script></p></x>a[.]example.com'],
    ['references that mean nothing', '<p>&nope; &#99999999; &#1114112; a[.]example.com &']
  ])('survives %s', async (_, text) => {
    expect((await valuesOf(text)).map(([value]) => value)).toEqual(['a[.]example.com'])
  })

  it('reports lines that are too long, but never holds them', () => {
    expect(linesOf([`<p>${'x'.repeat(30)}<p>ok`], 20).filter(({ line }) => line !== '')).toEqual([
      { number: 1, line: { start: 'x'.repeat(20) } },
      { number: 1, line: 'ok' }
    ])
  })

  it('keeps cells of a row in one line, whatever stands between them', () => {
    const lines = linesOf(['<table><tr><td>a<br>b</td>\n\n<td><p>c</p></td></tr><h2>d</h2>'])
    expect(
      lines
        .map(({ line }) => (typeof line === 'string' ? line : line.start).trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== '')
    ).toEqual(['| a b | c', '## d'])
  })
})

describe('hostile text', () => {
  const pieces = constantFrom(
    '[',
    '](',
    ')',
    '<',
    '>',
    '|',
    '`',
    '```',
    '#',
    '=',
    '----',
    '\n',
    ' ',
    'a[.]example.com',
    '\u202e',
    '&#',
    "'h",
    '\\[',
    'http://',
    '(at)',
    '|===',
    '- ',
    ':',
    '[.]',
    '{',
    '&amp;',
    '"',
    '<script',
    '-->',
    '\u200b',
    '🙂'
  )

  it('never makes the reading fail', async () => {
    await assert(
      asyncProperty(
        array(pieces, { maxLength: 200 }),
        string({ unit: 'binary' }),
        constantFrom('', '<p>'),
        async (parts, rest, tag) => {
          const { problem, items } = await readText(report, tag + parts.join('') + rest)
          expect(problem).toBeUndefined()
          for (const { position } of items) expect(position).toMatch(/^line [1-9]/)
        }
      )
    )
  })

  it.each([
    '[',
    '](',
    '(',
    '- ',
    '|',
    "'h",
    '[.] ',
    '{at} ',
    '<',
    '&#',
    '=',
    '`',
    '-',
    '*',
    '\\[',
    'http://',
    '.',
    ': '
  ])('in a long line of %j ends', async (part) => {
    const line = part.repeat(20_000 / part.length)
    const { problem, items } = await readText(report, `${line}\n${MD5}\n`)
    expect(problem).toBeUndefined()
    expect(items.at(-1)?.value).toBe(MD5)
  })

  it.each(['', '<p>'])(
    'of five million characters in one line is refused, and what follows is read: %j',
    async (tag) => {
      const { items } = await readText(report, `${tag}${'x[.]example.com '.repeat(312_500)}\n${MD5}\n`)
      expect(items.map(({ value }) => value.slice(0, 15))).toEqual(['x[.]example.com', MD5.slice(0, 15)])
      expect(items[0]).toMatchObject({ position: 'line 1', rejection: { reason: 'too_long_line' } })
    }
  )

  it('with controls of direction in a value is handed on, to be refused', async () => {
    expect((await valuesOf('a\u202e[.]example.com\n')).map(([value]) => value)).toEqual(['a\u202e[.]example.com'])
  })

  it('is the same wherever a chunk ends', async () => {
    await assert(
      asyncProperty(array(pieces, { maxLength: 60 }), nat(), async (parts, at) => {
        const text = `<p>${parts.join('')}`
        const cut = at % text.length
        expect(linesOf([text.slice(0, cut), text.slice(cut)])).toEqual(linesOf([text]))
      }),
      { numRuns: 200 }
    )
  })
})
