import type { BuiltBundle } from '../app/bundles/build-bundle.ts'
import { type CountByKind, totalOf } from '../indicator/count-by-kind.ts'
import { formatInstant } from '../indicator/time.ts'
import { counted } from './counted.ts'
import { formatCount } from './text-table.ts'

const byKind = (counts: CountByKind): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${formatCount(count)} ${kind}`)
    .join(', ')

const whatCame = ({ open: { rows, removals, bundle, isEmpty }, files }: BuiltBundle, out: string): string => {
  if (isEmpty) {
    return bundle.since === undefined
      ? 'No indicator matches, so there is no bundle; nothing was written.'
      : `Nothing changed since ${formatInstant(bundle.since)}, so there is no delta; nothing was written.`
  }
  const removed = bundle.since === undefined ? '' : ` and ${counted(totalOf(removals), 'removal')}`
  const kinds = totalOf(rows) === 0 ? '' : ` (${byKind(rows)})`
  return `${counted(totalOf(rows), 'row')}${removed} written to ${out}${kinds}, in ${counted(files.length, 'file')}.`
}

/** What came of a bundle, for people. */
export const bundleText = (built: BuiltBundle, out: string): readonly string[] => {
  const { bundle, leftOut, withheld } = built.open
  return [
    whatCame(built, out),
    ...leftOut.map(({ kind, count, reason }) => `Left out: ${formatCount(count)} ${kind}: ${reason}.`),
    ...(withheld === 0 ? [] : [`Withheld: ${formatCount(withheld)} that the guard stops or that are too broad.`]),
    `Position: ${formatInstant(bundle.position)}`
  ]
}
