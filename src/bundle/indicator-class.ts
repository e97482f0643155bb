import { isObservable, type Observable, type ObservableKind } from '../stix/pattern.ts'
import type { BundleEntry } from './bundle-entry.ts'

/** Indicators that one detection looks for, because their values stand in the same fields of events. */
export const INDICATOR_CLASSES = ['destination-ip', 'attacking-ip', 'domain', 'url', 'file-hash', 'sender'] as const

/** One of {@link INDICATOR_CLASSES}. */
export type IndicatorClass = (typeof INDICATOR_CLASSES)[number]

/** A kind that has a class: whatever can be observed. */
export type ClassedKind = ObservableKind

/** The kinds that have a class, in their usual order. */
export const CLASSED_KINDS: readonly ClassedKind[] = ['ipv4', 'ipv6', 'domain', 'url', 'md5', 'sha1', 'sha256', 'email']

/** A row whose indicator can be observed. */
export interface ClassedEntry extends BundleEntry {
  readonly indicator: Observable
  readonly indicatorClass: IndicatorClass
}

const OF_KIND: Readonly<Record<ClassedKind, IndicatorClass>> = {
  ipv4: 'destination-ip',
  ipv6: 'destination-ip',
  domain: 'domain',
  url: 'url',
  md5: 'file-hash',
  sha1: 'file-hash',
  sha256: 'file-hash',
  email: 'sender'
}

/** The row with its class; an address is looked for where its rule looks for it. `undefined` for what cannot be observed. */
export const classed = ({ indicator, ...row }: BundleEntry): ClassedEntry | undefined => {
  if (!isObservable(indicator)) return undefined
  const known = OF_KIND[indicator.kind]
  const isSource = known === 'destination-ip' && row.rule.logsource.category === 'firewall'
  return { ...row, indicator, indicatorClass: isSource ? 'attacking-ip' : known }
}

/** The rows of pages that can be observed, one by one. */
export async function* classedEntries(pages: AsyncIterable<readonly BundleEntry[]>): AsyncGenerator<ClassedEntry> {
  for await (const page of pages) {
    for (const entry of page) {
      const row = classed(entry)
      if (row !== undefined) yield row
    }
  }
}
