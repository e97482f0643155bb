import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../indicator/normalise.ts'
import { recognise } from '../../../indicator/recognise.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { decodeText } from '../../decode-text.ts'
import { report } from './report.ts'

const DATA = resolve(import.meta.dirname, '../../../..', env['SIGMILL_TEST_DATA'] ?? '../shared/data')
const FOLDER = join(DATA, 'feeds/reports')

type Counts = Readonly<Record<string, number>>

/** Where a report means another number of indicators than the table of the data says, which comes of a simple counter. */
const MEANT: Readonly<Record<string, { readonly counts: Counts; readonly why: string }>> = {
  'Darkside__Darkside_IOCs.txt': { counts: { domain: 4 }, why: 'two words of a command look like domains' },
  'Skimmer_IOC.txt': {
    counts: { url: 102 },
    why: 'six URLs stand both with http and https, and two of them with a slash'
  },
  'TA551__2020-11-30-TA551-IOCs-for-IcedID.txt': {
    counts: { domain: 18 },
    why: 'six domains are said to be legitimate'
  },
  UA_RU_IOCs: {
    counts: { domain: 47, url: 18, md5: 0, email: 0 },
    why: 'nine URLs have no scheme; hashes and addresses of mail stand inside URLs'
  },
  'dukes__README.adoc': {
    counts: { url: 49, md5: 0 },
    why: 'three links lead to the paper, the post and the MISP project; the hash stands inside a URL'
  },
  'embargo__README.adoc': {
    counts: { domain: 0, url: 0 },
    why: 'names of files look like domains; the link leads to the post'
  },
  'evilnum__README.adoc': {
    counts: { domain: 0, url: 45, sha1: 133 },
    why: 'names of files look like domains; two links lead to posts; one digest is of a certificate'
  },
  'gamaredon__README.adoc': { counts: { url: 0 }, why: 'three links lead to the papers and posts' },
  'grandoreiro__README.adoc': { counts: { url: 0 }, why: 'two links lead to posts' },
  'mikroceen__README.adoc': { counts: { url: 0 }, why: 'two links lead to the post' },
  'mustang_panda__README.adoc': { counts: { url: 0 }, why: 'two links lead to posts' },
  'ngate__README.adoc': { counts: { url: 0 }, why: 'the link leads to the post' },
  'ousaban__README.adoc': { counts: { url: 12 }, why: 'one link leads to the post' },
  'sednit__README.adoc': { counts: { url: 0 }, why: 'all links lead to papers and posts' },
  'spalax__README.adoc': { counts: { url: 0 }, why: 'the link leads to the post' },
  'teampcp__README.md': { counts: { url: 0 }, why: 'all links lead to posts' },
  'telekopye__README.adoc': {
    counts: { url: 0, sha256: 0 },
    why: 'two links lead to posts; the digits are the name of a file'
  }
}

const IS_THERE = existsSync(join(DATA, 'SOURCES.md'))
if (!IS_THERE) console.warn(`skipped: no real reports under ${DATA}; set SIGMILL_TEST_DATA`)

const FILES = IS_THERE ? readdirSync(FOLDER) : []

/** Reads `ipv4 14,217, domain 3` in the last column of a file's row; `attack` is the table's name of techniques. */
const labelled = (file: string): Counts => {
  const row = readFileSync(join(DATA, 'SOURCES.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| \`feeds/reports/${file}\``))
  const counts = [...(row?.split('|').at(-2) ?? '').matchAll(/([a-z0-9]+) ([0-9,]*[0-9])/g)]
  return Object.fromEntries(counts.map(([, kind = '', count = '']) => [kind, Number(count.replaceAll(',', ''))]))
}

const meant = (file: string): Counts => ({ ...labelled(file), ...MEANT[file]?.counts })

/** Unique values by kind. */
const found = async (file: string): Promise<Counts> => {
  const values = new Map<string, Set<string>>()
  const text = decodeText(createReadStream(join(FOLDER, file)))
  for await (const batch of report.read(text, { columns: undefined, maxLineLength: 1_000_000, now: 0 })) {
    for (const item of batch) {
      expect(item.position).toMatch(/^line [1-9][0-9]*$/)
      if ('rejection' in item) continue
      const read = item.kind === undefined ? recognise(item.value) : normalise(item.kind, item.value)
      if (isRejection(read)) continue
      const kind = read.kind === 'mitre-attack' ? 'attack' : read.kind
      values.set(kind, (values.get(kind) ?? new Set()).add(read.value))
    }
  }
  return Object.fromEntries([...values].map(([kind, of]) => [kind, of.size]))
}

const withoutNone = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

/** The shares of what was found that is right, and of what is right that was found. */
const measure = async (rightOf: (file: string) => Counts): Promise<{ precision: number; recall: number }> => {
  let right = 0
  let all = 0
  let hits = 0
  for (const file of FILES) {
    const counts = await found(file)
    const expected = rightOf(file)
    for (const kind of new Set([...Object.keys(counts), ...Object.keys(expected)])) {
      all += counts[kind] ?? 0
      right += expected[kind] ?? 0
      hits += Math.min(counts[kind] ?? 0, expected[kind] ?? 0)
    }
  }
  return { precision: hits / all, recall: hits / right }
}

describe.skipIf(!IS_THERE)('the real reports', () => {
  it.each(FILES)('mean in %s what is found', async (file) => {
    expect(await found(file)).toEqual(withoutNone(meant(file)))
  })

  it('are read with a precision and recall of 0.98 at least', async () => {
    const { precision, recall } = await measure(meant)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  it('are read with a precision of 0.99 and a recall of 0.95 even by the simple counts of the table', async () => {
    const { precision, recall } = await measure(labelled)
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  it('explain no file that is not there, and no count that agrees', () => {
    for (const [file, { counts, why }] of Object.entries(MEANT)) {
      expect(FILES).toContain(file)
      expect(why).not.toBe('')
      for (const [kind, count] of Object.entries(counts)) expect(labelled(file)[kind] ?? 0).not.toBe(count)
    }
  })
})
