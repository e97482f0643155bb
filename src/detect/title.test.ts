import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { recipeFor } from './recipes.ts'
import { titleEnd, titleStart } from './title.ts'

const title = (golden: GoldenIndicator, publisher = 'SOC Defenders') => {
  const indicator = goldenIndicator(golden)
  const recipe = recipeFor(indicator)
  const start = titleStart(recipe, publisher)
  return start + titleEnd(indicator, recipe, start)
}
const mark = (golden: GoldenIndicator) => ` (${goldenIndicator(golden).id.slice(0, 8).toUpperCase()})`

describe('a title', () => {
  it('shows the whole value and nothing else when there is room', () => {
    expect(title({ kind: 'domain', value: 'evil.example.com' })).toBe(
      'SOC Defenders IOC - Malicious Domain evil.example.com'
    )
  })

  it('has room for every hash behind the longest publisher name', () => {
    const value = 'a'.repeat(64)
    expect(title({ kind: 'sha256', value }, 'P'.repeat(24))).toBe(
      `${'P'.repeat(24)} IOC - Malicious File SHA256 ${value.toUpperCase()}`
    )
  })

  it('names the rule by its id when it would end in a dot', () => {
    const golden: GoldenIndicator = { kind: 'url', value: 'evil.example.com/a.' }
    expect(title(golden)).toBe(`SOC Defenders IOC - Malicious URL evil.example.com/a.${mark(golden)}`)
  })

  it('cuts a long value and names the rule by its id, at exactly 120 characters', () => {
    const golden: GoldenIndicator = { kind: 'url', value: `evil.example.com/${'a'.repeat(70)}` }
    const cut = title(golden)
    expect(cut).toHaveLength(120)
    expect(cut.endsWith(`aaa...${mark(golden)}`)).toBe(true)
  })

  it('is not cut at 120 characters', () => {
    const value = `evil.example.com/${'a'.repeat(69)}`
    expect(title({ kind: 'url', value })).toBe(`SOC Defenders IOC - Malicious URL ${value}`)
  })

  it('is cut when a final dot leaves no room for the id', () => {
    const golden: GoldenIndicator = { kind: 'url', value: `evil.example.com/${'a'.repeat(68)}.` }
    expect(title(golden).endsWith(`aaa...${mark(golden)}`)).toBe(true)
  })

  it('tells two values apart that begin alike', () => {
    const begin = `evil.example.com/${'a'.repeat(200)}`
    expect(title({ kind: 'url', value: `${begin}1` })).not.toBe(title({ kind: 'url', value: `${begin}2` }))
  })
})
