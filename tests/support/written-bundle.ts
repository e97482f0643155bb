import type { Bundle } from '../../src/bundle/bundle.ts'
import type { BundleEntry } from '../../src/bundle/bundle-entry.ts'
import type { BundleFiles, BundleFinding, BundleTarget } from '../../src/bundle/bundle-target.ts'
import { onePiece } from '../../src/bundle/one-piece.ts'
import { validUntil } from '../../src/bundle/validity.ts'
import { wholeText } from '../../src/bundle/whole-text.ts'
import { ruleFor } from '../../src/detect/rule-for.ts'
import type { Kind } from '../../src/indicator/kind.ts'
import { dayOfInstant, type Day, INSTANTS_PER_SECOND, type Instant, type Seconds } from '../../src/indicator/time.ts'
import { type GoldenIndicator, goldenIndicator } from '../golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../golden/rules/seed-style.ts'

/** What a bundle is made of; what is not given is as usual. */
export interface BundleParts {
  readonly rows?: readonly GoldenIndicator[]
  /** Rows that were removed at {@link REMOVED}. */
  readonly gone?: readonly GoldenIndicator[]
  readonly since?: Instant
  readonly load?: string
  readonly whyUrl?: (id: string) => string
}

export const POSITION = (Date.parse('2026-06-01T12:00:00Z') / 1000) * INSTANTS_PER_SECOND
export const LOAD = 'e5bd2a1f-7f0c-5a36-9f0e-3c9dd7a6b001'
export const REMOVED: Seconds = Date.parse('2026-05-31T23:59:59Z') / 1000

const WRITTEN: Day = dayOfInstant(POSITION)
const PAGE = 2

const entryOf = (golden: GoldenIndicator, until?: Seconds): BundleEntry => {
  const indicator = goldenIndicator(golden)
  return {
    indicator,
    rule: ruleFor(indicator, SEED_STYLE),
    validFrom: indicator.added / INSTANTS_PER_SECOND,
    validUntil: until ?? validUntil(indicator.changed, WRITTEN)
  }
}

async function* pagesOf(entries: readonly BundleEntry[]): AsyncGenerator<readonly BundleEntry[]> {
  for (let from = 0; from < entries.length; from += PAGE) yield entries.slice(from, from + PAGE)
}

const ofKinds = (rows: readonly GoldenIndicator[], kinds: readonly Kind[]): readonly GoldenIndicator[] =>
  rows.filter(({ kind }) => kinds.includes(kind))

/** A bundle of these rows. */
export const bundleOf = ({ rows = [], gone = [], since, load = LOAD, whyUrl }: BundleParts): Bundle => ({
  position: POSITION,
  since,
  load,
  publisher: SEED_STYLE.publisher,
  whyUrl,
  entries: (kinds) => pagesOf(ofKinds(rows, kinds).map((row) => entryOf(row))),
  live: (kinds) => pagesOf(ofKinds(rows, kinds).map((row) => entryOf(row))),
  removals: (kinds) => pagesOf(ofKinds(gone, kinds).map((row) => entryOf(row, REMOVED)))
})

/** The texts of a bundle's files by their path, in the order in which they are written. */
export const writtenBundle = async (target: BundleTarget, parts: BundleParts): Promise<Map<string, string>> => {
  const files = new Map<string, string>()
  for await (const { path, text } of target.files(bundleOf(parts))) files.set(path, await wholeText(text))
  return files
}

/** What a target finds wrong with files. */
export const findingsIn = async (
  target: BundleTarget,
  files: ReadonlyMap<string, string>
): Promise<readonly BundleFinding[]> => {
  const read: BundleFiles = { paths: [...files.keys()].sort(), read: (path) => onePiece(files.get(path) ?? '') }
  const findings: BundleFinding[] = []
  for await (const finding of target.check(read)) findings.push(finding)
  return findings
}

/** One row of every class and spelling of kinds, and of the kinds that no table holds. */
export const EVERY_KIND: readonly GoldenIndicator[] = [
  { kind: 'ipv4', value: '192.0.2.1' },
  { kind: 'ipv4', value: '192.0.2.2', context: { role: 'source' } },
  { kind: 'ipv6', value: '2001:db8::1' },
  { kind: 'domain', value: 'evil.example.com' },
  { kind: 'url', value: 'evil.example.com/a/b?c=d' },
  { kind: 'md5', value: 'a'.repeat(32) },
  { kind: 'sha1', value: 'b'.repeat(40) },
  { kind: 'sha256', value: 'c'.repeat(64) },
  { kind: 'cve', value: 'CVE-2021-44228' },
  { kind: 'mitre-attack', value: 'T1059.001' },
  { kind: 'email', value: 'bad@evil.example.com' }
]
