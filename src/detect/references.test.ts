import { describe, expect, it } from 'vitest'
import { referencesFor } from './references.ts'

const publisher = { name: 'Example', url: 'https://example.com', slug: 'example' }
const links = (...given: string[]) => referencesFor(publisher, given).slice(1)
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

describe('references', () => {
  it('begin with the publisher', () => {
    expect(referencesFor(publisher, [])).toEqual(['https://example.com'])
    expect(referencesFor(publisher, ['https://example.net/a'])).toEqual([
      'https://example.com',
      'https://example.net/a'
    ])
  })

  it('name the publisher once', () => {
    expect(links('https://example.com')).toEqual([])
  })

  it('are at most five links, the first of those that Sigma accepts', () => {
    const given = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://example.net/${name}`)
    expect(links('https://attack.mitre.org/techniques/T1001/', ...given)).toEqual(given.slice(0, 5))
  })

  it.each([
    'https://attack.mitre.org/techniques/T1059/001/',
    'http://ATTACK.mitre.org',
    'https://github.com/example/reports/blob/main/report.md',
    'https://github.com/example/reports/blob/main/report.json',
    'https://github.com/example/reports/tree/main/folder',
    'https://www.github.com/example/reports/raw/main/a.txt',
    'https://github.com/example/reports.js',
    'https://github.com/example/reports.日本'
  ])('leave out %s', (link) => {
    expect(links(link)).toEqual([])
  })

  it.each([
    'https://attack.mitre.org.example.com/techniques/T1059/',
    'https://github.com/example/reports',
    'https://github.com/example/reports/issues/1',
    `https://github.com/example/reports/blob/${COMMIT}/report.md`,
    'https://gist.github.com/example/a.py',
    'https://example.net/blob/main/report.md'
  ])('keep %s', (link) => {
    expect(links(link)).toEqual([link])
  })
})
