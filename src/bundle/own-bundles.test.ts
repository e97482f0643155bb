import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE_VALUES } from '../../tests/conformance/corpus/hostile-values.ts'
import type { GoldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import { findingsIn, POSITION, writtenBundle } from '../../tests/support/written-bundle.ts'
import type { Kind } from '../indicator/kind.ts'
import { normalise } from '../indicator/normalise.ts'
import { isRejection } from '../indicator/rejection.ts'
import { BUNDLE_TARGETS } from './bundle-targets.ts'

/** What a source that spells a value like this gives. */
const read = ([kind, text]: readonly [Kind, string]): readonly GoldenIndicator[] => {
  const found = normalise(kind, text)
  if (isRejection(found)) return []
  const { kind: known, value, scheme } = found
  return [{ kind: known, value, ...(scheme === undefined ? {} : { context: { scheme } }) }]
}

const host = fc.constantFrom('evil.example', 'EVIL.example.com', '192.0.2.1', '[2001:db8::1]', '[::ffff:192.0.2.1]')
const url = fc
  .tuple(
    fc.constantFrom('', 'http://', 'https://'),
    host,
    fc.constantFrom('', ':80', ':443', ':8443'),
    fc.stringMatching(/^\/[!-~]{0,20}$/)
  )
  .map((parts): readonly [Kind, string] => ['url', parts.join('')])

const rows = fc
  .array(fc.oneof(url, fc.constantFrom(...HOSTILE_VALUES)), { maxLength: 12 })
  .map((spelled) => [...new Map(spelled.flatMap(read).map((row) => [`${row.kind}:${row.value}`, row])).values()])

describe.each(BUNDLE_TARGETS.map((target) => [target.name, target] as const))('the check of %s', (_, target) => {
  it('finds nothing in what the target writes, whatever the values, ports and schemes', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat({ max: 3 }), fc.boolean(), async (all, goneCount, isDelta) => {
        const parts = isDelta
          ? { since: POSITION - 1, rows: all.slice(goneCount), gone: all.slice(0, goneCount) }
          : { rows: all }
        expect(await findingsIn(target, await writtenBundle(target, parts))).toEqual([])
      }),
      { numRuns: 150 }
    )
  })
})
