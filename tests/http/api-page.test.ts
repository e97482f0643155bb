import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES, errorNamed, isErrorCode } from '../../src/api/errors.ts'
import { IOC_FORMATS, type Tier } from '../../src/config/tiers.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { KINDS } from '../../src/indicator/kind.ts'
import { SECTORS } from '../../src/indicator/sector.ts'
import { scratchFolder } from '../support/scratch.ts'
import { defaultSettings } from '../support/settings.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'

const page = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8')

/** The shell of a recipe, by the heading that it stands under. */
const recipe = (heading: string): string => {
  const section = page.slice(page.indexOf(`${heading}\n`))
  const [, text] = /```sh\n([\s\S]*?)```/.exec(section) ?? []
  if (text === undefined) throw new Error(`no shell under ${heading}`)
  return text
}

const rows = page.split('\n').filter((line) => line.startsWith('|'))

describe('the page of the API', () => {
  test('has every error that an answer shows, under its statuses', () => {
    for (const code of ERROR_CODES) {
      const statuses = errorNamed(code).statuses.join(', ')
      expect(rows.filter((row) => row.startsWith(`| ${statuses} | \`${code}\` |`))).toHaveLength(1)
    }
  })

  test('has no error that HTTP never shows', () => {
    const table = page.slice(page.indexOf('\n| status | code |'))
    const named = [...table.matchAll(/^\| \d.*? \| `([a-z_]+)` \|/gm)].map(([, code]) => code ?? '')
    expect(named.filter((code) => !isErrorCode(code))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
  })

  test('has every operation and each of its parameters', () => {
    for (const operation of OPERATIONS) {
      expect(page).toContain(`\`${operation.method} ${operation.path}\``)
      for (const { name } of operation.security === 'open' ? [] : operation.parameters) {
        expect([name, page.includes(`\`${name}\``) || page.includes(`\`${name}=`)]).toEqual([name, true])
      }
    }
  })

  test('has the figures of the tiers', async () => {
    const { tiers } = await defaultSettings()
    const figure = (number: number): string => number.toLocaleString('en-US')
    const list = (figures: (tier: Tier) => string): string => tiers.map(figures).join(' | ')
    const days = ({ lookbackDays }: Tier): string => `${lookbackDays} ${lookbackDays === 1 ? 'day' : 'days'}`
    expect(rows).toContain(`| | ${list(({ name }) => `\`${name}\``)} |`)
    expect(rows).toContain(`| Sigma export | ${list(({ sigmaExport }) => (sigmaExport ? 'yes' : 'no'))} |`)
    expect(rows).toContain(
      `| requests a minute / a day | ${list((tier) => `${figure(tier.requestsPerMinute)} / ${figure(tier.requestsPerDay)}`)} |`
    )
    expect(rows).toContain(`| results a request | ${list((tier) => figure(tier.resultsPerRequest))} |`)
    expect(rows).toContain(`| lookback | ${list(days)} |`)
    expect(rows).toContain(`| live keys of an account | ${list((tier) => figure(tier.keysPerAccount))} |`)
  })

  test.each([...KINDS, ...SECTORS, ...IOC_FORMATS])('has the value %s', (value) => {
    expect(page).toMatch(new RegExp(`[\` ]${value}[\` ]`))
  })
})

const hasCurl = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'curl')))

/** Runs a recipe as it is printed. */
const run = (server: TestServer, folder: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], URL: server.url, KEY: server.pro }
    execFile('sh', ['-uc', text], { cwd: folder, env }, (error, stdout, stderr) => {
      if (stderr === '' && (error === null || error.code === 1)) resolve(stdout)
      else reject(new Error(stderr, { cause: error }))
    })
  })

const countRules = async (folder: string, begin: string): Promise<number> => {
  const names = (await readdir(folder)).filter((name) => name.startsWith(begin))
  const texts = await Promise.all(names.map(async (name) => readFile(join(folder, name), 'utf8')))
  return texts.reduce((count, text) => count + loadAll(text).length, 0)
}

describe.skipIf(!hasCurl)('recipes, as printed (skipped without curl)', () => {
  test('the first line of all fetches rules', async () => {
    const [server, folder] = [await startServer(), await scratchFolder()]
    await server.importText('Feed', 'indicator,confidence\n198.51.100.1,high\n')
    await run(server, folder, recipe('# The HTTP API'))
    expect(await countRules(folder, 'rules.yml')).toBe(1)
  })

  test('paging fetches everything, and polling what is new from there on, once', async () => {
    const server = await startServer({ settings: withTier('pro', { resultsPerRequest: 10 }) })
    const folder = await scratchFolder()
    const small = (text: string): string => text.replaceAll('limit=10000', 'limit=10')
    await server.import(...addresses(25))
    await run(server, folder, small(recipe('### Everything, page by page')))
    expect(await countRules(folder, 'page-')).toBe(25)
    await server.import(...addresses(25, 25))
    await run(server, folder, small(recipe('### What is new since then')))
    expect(await countRules(folder, 'rules-')).toBe(25)
    await run(server, folder, small(recipe('### What is new since then')))
    expect(await countRules(folder, 'rules-')).toBe(25)
  })

  test('asking again fetches nothing until something has changed', async () => {
    const [server, folder] = [await startServer(), await scratchFolder()]
    const again = async (): Promise<number> => {
      await run(server, folder, recipe('### The same export again, only if it has changed'))
      return countRules(folder, 'export.yml')
    }
    await server.import('evil.example')
    expect([await again(), await again()]).toEqual([1, 1])
    expect(server.log.at(-1)).toContain('"status":304')
    await server.import('evil.example.net')
    expect(await again()).toBe(2)
  })

  test('a look at the head tells how much has changed', async () => {
    const [server, folder] = [await startServer(), await scratchFolder()]
    await server.import(...addresses(3))
    const head = await run(server, folder, recipe('### How much has changed, without fetching it'))
    expect(head).toMatch(/^x-rule-count: 3\r$/im)
  })

  test('the list has the members that the page shows', async () => {
    const [server, folder] = [await startServer(), await scratchFolder()]
    await server.import('http://evil.example/a')
    const answer = JSON.parse(await run(server, folder, recipe('## `GET /api/v1/iocs`'))) as object
    expect(Object.keys(answer)).toEqual(['meta', 'data', 'links'])
  })
})
