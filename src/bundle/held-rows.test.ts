import { describe, expect, it } from 'vitest'
import { EVERY_KIND, writtenBundle } from '../../tests/support/written-bundle.ts'
import { BUNDLE_TARGETS } from './bundle-targets.ts'
import type { BundleTarget } from './bundle-target.ts'
import type { HeldRows } from './held-rows.ts'
import { onePiece } from './one-piece.ts'

const heldIn = async (target: BundleTarget, files: ReadonlyMap<string, string>): Promise<HeldRows> =>
  target.held({ paths: [...files.keys()].sort(), read: (path) => onePiece(files.get(path) ?? '') })

const removalsOf = ({ name }: BundleTarget, count: number): number | undefined =>
  name === 'qradar' ? undefined : count

describe.each(BUNDLE_TARGETS)('what the files of a bundle for $name hold', (target) => {
  it('is every row once, by kind, however many lines it has', async () => {
    expect(await heldIn(target, await writtenBundle(target, { rows: EVERY_KIND }))).toEqual({
      rows: { ipv4: 2, ipv6: 1, domain: 1, url: 1, md5: 1, sha1: 1, sha256: 1, email: 1 },
      removals: removalsOf(target, 0)
    })
  })

  it('is rows and removals of a delta', async () => {
    const parts = { rows: [{ kind: 'domain', value: 'a.example' }], gone: EVERY_KIND, since: 1 } as const
    expect(await heldIn(target, await writtenBundle(target, parts))).toEqual({
      rows: { domain: 1 },
      removals: removalsOf(target, 9)
    })
  })

  it('is nothing where lines are none of a row', async () => {
    const line = '[\n{"set":"mine","notes":"rule 01234567-89ab-5cde-8f01-23456789abcd","valid_until":"2026-07-01"}\n]\n'
    const paths = ['rows/ip/0001.json', 'indicators/0001.json', 'entries/0001.json', 'notes.json']
    expect(await heldIn(target, new Map(paths.map((path) => [path, line])))).toEqual({
      rows: {},
      removals: removalsOf(target, 0)
    })
  })
})
