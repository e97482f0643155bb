import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { env } from 'node:process'
import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import { isRejection, type Rejection } from '../indicator/rejection.ts'
import { normalise } from '../indicator/normalise.ts'
import type { Identified } from '../indicator/normalised.ts'
import { recognise } from '../indicator/recognise.ts'
import { decodeText } from './decode-text.ts'
import { readFeed } from './read-feed.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DATA = resolve(ROOT, env['SIGMILL_TEST_DATA'] ?? '../shared/data')
const FOLDERS = ['lists', 'csv', 'abusech', 'kev', 'openioc', 'otx', 'zeek_intel']

/** Folders of files that describe themselves. */
const FORMAT_OF: ReadonlyMap<string, string> = new Map([
  ['openioc', 'openioc'],
  ['otx', 'otx'],
  ['zeek_intel', 'zeek-intel']
])

type Counts = Readonly<Record<string, number>>

/** Where we count otherwise than the table of the data, by file: what it says, what we say, and why. */
const DIFFERENCES: Readonly<Record<string, { readonly counts: Counts; readonly why: string }>> = {
  'lists/loki_c2-iocs.txt': { counts: { md5: 0 }, why: 'two host names have a label of 32 hexadecimal digits' },
  'lists/maltrail/trails__static__malware__apt_kimsuky.txt': {
    counts: { ipv4: 74, domain: 25_560 },
    why: 'nine host names begin with an address'
  },
  'lists/maltrail/trails__static__malware__apt_lazarus.txt': {
    counts: { ipv4: 574, domain: 3_853 },
    why: 'two host names begin with an address'
  },
  'lists/maltrail/trails__static__malware__elf_gafgyt.txt': {
    counts: { ipv4: 2_607, domain: 481 },
    why: 'three host names begin with an address; three addresses stand only with ports above 65535'
  },
  'lists/maltrail/trails__static__malware__emotet.txt': {
    counts: { url: 4_776 },
    why: 'five URLs stand both with http:// and without a scheme'
  },
  'lists/maltrail/trails__static__malware__lummac2.txt': {
    counts: { ipv4: 113, domain: 16_300 },
    why: 'one host name begins with an address'
  },
  'lists/maltrail/trails__static__malware__qakbot.txt': { counts: { ipv4: 5_720 }, why: 'one address has the port 0' },
  'lists/maltrail/trails__static__malware__remcos.txt': {
    counts: { ipv4: 7_338, domain: 6_911 },
    why: 'one host name begins with an address'
  },
  'lists/maltrail_mass_scanner_part.txt': {
    counts: { domain: 0 },
    why: 'one line is an address with a letter before it'
  },
  'lists/phishing-domains-ACTIVE2.txt': {
    counts: { domain: 21_287, url: 1 },
    why: '34 names end in .sh, .py or .so; one line is a host with a query'
  },
  'lists/stalkerware_hosts': { counts: { domain: 925 }, why: 'eight names end in .cab' },
  'csv/1Phish__iocs.csv': { counts: { domain: 13 }, why: 'one name is that of a registrar' },
  'csv/iran_linked_operators__MuddyWater.csv': {
    counts: { ipv4: 15, domain: 0, url: 102, sha256: 155 },
    why: 'five URLs have no scheme; an address and two hashes stand inside URLs'
  },
  'csv/macro_loader__iocs.csv': {
    counts: { domain: 0, url: 533, md5: 0 },
    why: 'nine URLs have no scheme and seven a blank in the path; the MD5 stands inside a URL'
  },
  'csv/microsoft_rapidreleaseti.csv': { counts: { sha256: 5 }, why: 'one hash stands inside a URL' },
  'csv/react-CVE-2025-55182__iocs.csv': { counts: { email: 0 }, why: 'the address stands in the name of a network' },
  'csv/stalkerware_network.csv': {
    counts: { ipv4: 65, domain: 957, url: 0 },
    why: 'one address and two URLs are called domains; eight names end in .cab'
  },
  'csv/volexity/2018__2018-04-06_-_Drupalgeddon_2___Profiting_From_Mass_Exploitation__indicators__indicators.csv': {
    counts: { ipv4: 0, domain: 0, url: 12 },
    why: 'the file calls all of its values URLs; addresses and names stand inside them and in remarks'
  },
  'csv/volexity/2019__2019-09-11_-_Corporate_VPNs_Exploited_in_the_Wild__indicators__indicators.csv': {
    counts: { cve: 0 },
    why: 'the CVE stands in remarks'
  },
  'csv/volexity/2022__2022-06-15_DriftingCloud_-_Zero-Day_Sophos_Firewall_Exploitation_and_an_Insidious_Breach__indicators__indicators.csv':
    { counts: { cve: 0 }, why: 'the CVE stands in remarks' },
  'csv/volexity/2025__2025-10-08_UTA0388__iocs.csv': {
    counts: { domain: 6, url: 28 },
    why: 'hosts that the file calls URLs are URLs; three URLs are of the scheme wss'
  },
  'abusech/malwarebazaar_api.ndjson': {
    counts: { domain: 0, md5: 1 },
    why: 'a name with a dot and an import hash are no indicators'
  },
  'abusech/malwarebazaar_csv_mangled.csv': { counts: { md5: 4 }, why: 'an import hash is no indicator' },
  'abusech/malwarebazaar_csv_recent.csv': {
    counts: { domain: 0, md5: 6 },
    why: 'a file name and an import hash are no indicators'
  },
  'abusech/threatfox_api.ndjson': {
    counts: { domain: 0, ipv6: 1 },
    why: 'names of malware are no domains; the address has a port behind it'
  },
  'abusech/threatfox_csv_recent.csv': { counts: { domain: 3 }, why: 'names of malware are no domains' },
  'openioc/APT30__eeffc8e8-caee-4fe1-8ace-7a994b5d893f.ioc': {
    counts: { ipv4: 0 },
    why: 'the version of a program stands in a path'
  },
  'openioc/eset_windigo.ioc': {
    counts: { ipv4: 0, domain: 58, url: 0 },
    why: 'three addresses are texts to be searched for in any traffic; the links and two hosts stand in remarks and Snort rules'
  },
  'otx/otx_pulses.json': {
    counts: { url: 5, path: 1 },
    why: 'four URLs are the reports that pulses refer to; one URI is a path without a host'
  },
  'abusech/urlhaus_csv_recent.csv': { counts: { sha256: 0 }, why: 'the hash stands inside a URL' }
}

const IS_THERE = existsSync(join(DATA, 'SOURCES.md'))
if (!IS_THERE) console.warn(`skipped: no real feeds under ${DATA}; set SIGMILL_TEST_DATA`)

const FILES = IS_THERE ? FOLDERS.flatMap(filesUnder) : []

function filesUnder(folder: string): readonly string[] {
  const entries = readdirSync(join(DATA, 'feeds', folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

/** Reads `ipv4 14,217, domain 3` in the last column of a file's row. `attack` and `path` are the names of that table. */
const countsInTable = (file: string): Counts => {
  const row = readFileSync(join(DATA, 'SOURCES.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| \`feeds/${file}\``))
  expect.assert(row !== undefined)
  const cell = row.split('|').at(-2) ?? ''
  const counts = [...cell.matchAll(/([a-z0-9]+) ([0-9,]*[0-9])/g)]
  return Object.fromEntries(counts.map(([, kind = '', count = '']) => [kind, Number(count.replaceAll(',', ''))]))
}

const outcomeOf = (item: FeedItem): Identified | Rejection => {
  if ('rejection' in item) return item.rejection
  return item.kind === undefined ? recognise(item.value) : normalise(item.kind, item.value)
}

/** Unique values by kind, and rejected paths as `path`. */
const countsWhenRead = async (file: string): Promise<Counts> => {
  const values = new Map<string, Set<string>>()
  const add = (kind: string, value: string): unknown => values.set(kind, (values.get(kind) ?? new Set()).add(value))
  const text = decodeText(createReadStream(join(DATA, 'feeds', file)))
  const { items } = await readFeed(text, { columns: undefined, maxLineLength: 1_000_000, now: 0 })
  for await (const batch of items) {
    for (const item of batch) {
      expect(item.position).toMatch(/^(line [0-9]+|\/)/)
      const outcome = outcomeOf(item)
      if (!isRejection(outcome)) add(outcome.kind, outcome.value)
      else if (outcome.reason === 'path_only') add('path', item.value)
    }
  }
  return Object.fromEntries([...values].map(([kind, of]) => [kind, of.size]))
}

describe.skipIf(!IS_THERE)('the real feeds', () => {
  it.each(FILES)('counts the indicators of %s as the table does, or says why not', async (file) => {
    const expected = { ...countsInTable(file), ...DIFFERENCES[file]?.counts }
    const present = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0))
    expect(await countsWhenRead(file)).toEqual(present)
  })

  it.each(FILES.filter((file) => FORMAT_OF.has(dirname(file))))('recognises what %s is', async (file) => {
    const text = decodeText(createReadStream(join(DATA, 'feeds', file)))
    const { format } = await readFeed(text, { columns: undefined, maxLineLength: 1_000_000, now: 0 })
    expect(format.name).toBe(FORMAT_OF.get(dirname(file)))
  })

  it('explains no file that is not there, and no count that agrees', () => {
    for (const [file, { counts, why }] of Object.entries(DIFFERENCES)) {
      expect(FILES).toContain(file)
      expect(why).not.toBe('')
      for (const [kind, count] of Object.entries(counts)) expect(countsInTable(file)[kind] ?? 0).not.toBe(count)
    }
  })
})
