import { describe, expect, it } from 'vitest'
import { linksIn } from './links-in.ts'

describe('linksIn', () => {
  it('finds the links between other words', () => {
    expect(linksIn('See: https://example.com/a ; and http://example.net/b, or not')).toEqual([
      'https://example.com/a',
      'http://example.net/b'
    ])
  })

  it('leaves off brackets around a link, but not those that belong to it', () => {
    expect(linksIn('(https://example.com/a)')).toEqual(['https://example.com/a'])
    expect(linksIn('https://example.com/a_(b)')).toEqual(['https://example.com/a_(b)'])
  })

  it('finds none where there is none', () => {
    expect(linksIn('no link')).toEqual([])
    expect(linksIn(undefined)).toEqual([])
  })
})
