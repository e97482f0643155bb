import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../indicator/raw-indicator.ts'
import { normalise } from '../../indicator/normalise.ts'
import { recognise } from '../../indicator/recognise.ts'
import { isRejection, type RejectReason } from '../../indicator/rejection.ts'
import { decodeText } from '../decode-text.ts'
import { misp } from '../formats/misp/misp.ts'
import { stix } from '../formats/stix/stix.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const DATA = resolve(ROOT, env['SIGMILL_TEST_DATA'] ?? '../shared/data')
const hasData = existsSync(DATA)
if (!hasData) console.warn(`${DATA} is missing: the MISP and STIX readers are not tried on real files.`)

type Counts = Readonly<Record<string, number>>

/** How many values of a kind we find where SOURCES.md, a rough count, says something else. */
const DIFFERENCES: Readonly<Record<string, { readonly why: string; readonly counts: Counts }>> = {
  'misp/machete__misp-machete-event.json': {
    why: 'three URL attributes hold a host without a scheme and a path; SOURCES.md counts them as URLs',
    counts: { url: 12, domain: 3 }
  },
  'misp/oceanlotus__oceanlotus-wateringhole-2018.misp.event.json': {
    why: 'SOURCES.md does not count the addresses of domain|ip attributes',
    counts: { ipv4: 47 }
  },
  'misp/oceanlotus__oceanlotus.misp.event.json': {
    why: 'SOURCES.md does not count the addresses of domain|ip attributes',
    counts: { ipv4: 25 }
  },
  'misp/stantinko__stantinko.misp-event.json': {
    why: 'SOURCES.md does not count the addresses of domain|ip attributes',
    counts: { ipv4: 43 }
  },
  'stix/oasis_apt1.json': {
    why: 'four patterns compare with networks, which are no addresses',
    counts: { ipv4: 0 }
  }
}

/** Rejects whose values are of our kinds: SOURCES.md counts what stands in a file, for detection or not. */
const WITHHELD: ReadonlySet<RejectReason> = new Set(['not_for_detection', 'deleted', 'revoked', 'expired'])

const countsInSources = (file: string): Counts => {
  const rows = readFileSync(resolve(DATA, 'SOURCES.md'), 'utf8').split('\n')
  const row = rows.find((line) => line.startsWith(`| \`feeds/${file}\``)) ?? ''
  const cell = row.split('|').at(-2) ?? ''
  return Object.fromEntries(
    cell
      .trim()
      .split(', ')
      .map((entry) => {
        const [kind = '', count = ''] = entry.split(' ')
        return [kind === 'attack' ? 'mitre-attack' : kind, Number(count.replaceAll(',', ''))]
      })
  )
}

const read = async (file: string): Promise<readonly FeedItem[]> => {
  const items: FeedItem[] = []
  const text = decodeText(createReadStream(resolve(DATA, 'feeds', file), { highWaterMark: 10_000 }))
  const format = file.startsWith('misp') ? misp : stix
  // shorter than most of the files, so that they are read token by token
  const options = { columns: undefined, maxLineLength: 50_000, now: Date.UTC(2026, 4, 17) / 1000 }
  for await (const batch of format.read(text, options)) items.push(...batch)
  return items
}

const identify = (item: FeedItem) => {
  if ('rejection' in item) return WITHHELD.has(item.rejection.reason) ? recognise(item.value) : item.rejection
  return item.kind === undefined ? recognise(item.value) : normalise(item.kind, item.value)
}

const count = (items: readonly FeedItem[]): Counts => {
  const values = new Map<string, Set<string>>()
  for (const item of items) {
    const identified = identify(item)
    if (isRejection(identified)) continue
    values.set(identified.kind, (values.get(identified.kind) ?? new Set()).add(identified.value))
  }
  return Object.fromEntries([...values].map(([kind, { size }]) => [kind, size]))
}

const files = hasData
  ? ['misp', 'stix'].flatMap((folder) => readdirSync(resolve(DATA, 'feeds', folder)).map((name) => `${folder}/${name}`))
  : []

describe.skipIf(!hasData)('real MISP events and STIX bundles', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(32)
  })

  it.each(files)('%s is recognised by its beginning', (file) => {
    const sample = { text: readFileSync(resolve(DATA, 'feeds', file), 'utf8').slice(0, 65_536), complete: false }
    expect([misp.recognise(sample), stix.recognise(sample)]).toEqual([file.startsWith('misp'), file.startsWith('stix')])
  })

  it.each(files)('%s gives the values that stand in it', async (file) => {
    const expected = { ...countsInSources(file), ...DIFFERENCES[file]?.counts }
    const kinds = Object.entries(expected).filter(([, number]) => number > 0)
    expect(count(await read(file))).toEqual(Object.fromEntries(kinds))
  })

  it.each(Object.keys(DIFFERENCES))('%s still differs from what SOURCES.md says', (file) => {
    const { why = '', counts = {} } = DIFFERENCES[file] ?? {}
    expect(why).not.toBe('')
    expect(countsInSources(file)).not.toMatchObject(counts)
  })
})
