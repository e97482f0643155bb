import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadSettings, type LoadedSettings } from './load-settings.ts'
import { SETTING_NAMES, type SettingName } from './setting-names.ts'
import type { Settings } from './settings.ts'

const PAGE = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')

const load = (text?: string): Promise<LoadedSettings> =>
  loadSettings({ flags: {}, environment: {}, readFile: () => Promise.resolve(text) })

const within = (node: unknown, name: string): unknown => {
  if (Array.isArray(node)) return node.find((tier: { name: string }) => tier.name === name)
  return typeof node === 'object' && node !== null ? Object.entries(node).find(([key]) => key === name)?.[1] : undefined
}

const initially = ({ path, description }: SettingName, defaults: Settings): string =>
  description.initially ?? `\`${String(path.reduce<unknown>(within, defaults))}\``

test('the page lists every setting with its variable, its default and what it takes, and nothing else', async () => {
  const { settings } = await load()
  const rows = SETTING_NAMES.map((name) => {
    const { about, must } = name.description
    return `| \`${name.key}\` | \`${name.variable}\` | ${initially(name, settings)} | ${about} | ${must} |`
  })
  expect(PAGE.split('\n').filter((line) => /^\| `(?!SIGMILL)/.test(line))).toEqual(rows)
})

test('the files that the page shows are taken', async () => {
  const files = [...PAGE.matchAll(/```yaml\n([^`]*)```/g)].map(([, text]) => text)
  expect(files).toHaveLength(2)
  for (const file of files) {
    const { origins } = await load(file)
    expect([...origins.values()]).toContain('file')
  }
})
