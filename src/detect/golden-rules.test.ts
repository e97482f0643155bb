import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../tests/golden/rules/seed-style.ts'
import { recipeFor } from './recipes.ts'
import { ruleText } from './rule-text.ts'

const FOLDER = resolve(import.meta.dirname, '../../tests/golden/rules')
const INDICATOR = '.indicator.json'
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(INDICATOR))
  .map((file) => file.slice(0, -INDICATOR.length))

const read = (name: string) => {
  const golden = JSON.parse(readFileSync(join(FOLDER, name + INDICATOR), 'utf8')) as GoldenIndicator
  return goldenIndicator(golden)
}

describe('golden rules', () => {
  it('stand beside every golden indicator', () => {
    const files = readdirSync(FOLDER)
    expect(names.filter((name) => !files.includes(`${name}.yml`))).toEqual([])
  })

  it('show every log source that a recipe reads', () => {
    const sources = new Set(names.map((name) => JSON.stringify(recipeFor(read(name)).logsource)))
    expect(sources.size).toBe(8)
  })

  it.each(names)('%s is written as it stands in its file', async (name) => {
    await expect(ruleText(read(name), SEED_STYLE)).toMatchFileSnapshot(join(FOLDER, `${name}.yml`))
  })
})
