import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'
import { shownValue } from '../indicator/shown-value.ts'

/** Kinds whose values can be observed. A CVE and an ATT&CK technique are no observables of STIX. */
export type ObservableKind = Exclude<Kind, 'cve' | 'mitre-attack'>

/** An indicator that a pattern can be written for. */
export type Observable = Indicator & { readonly kind: ObservableKind }

/** Whether a pattern can be written for an indicator. */
export const isObservable = (indicator: Indicator): indicator is Observable => Object.hasOwn(PROPERTIES, indicator.kind)

/** The property whose value is compared: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_mlbmudhl16lr */
const PROPERTIES: Readonly<Record<ObservableKind, string>> = {
  ipv4: 'ipv4-addr:value',
  ipv6: 'ipv6-addr:value',
  domain: 'domain-name:value',
  url: 'url:value',
  md5: 'file:hashes.MD5',
  sha1: "file:hashes.'SHA-1'",
  sha256: "file:hashes.'SHA-256'",
  email: 'email-addr:value'
}

/**
 * One comparison with `=`: the form that every client reads, also those that look a value up and match no pattern. So a
 * URL is one spelling of itself, with the scheme that it is shown with, and a domain is the name alone, although their
 * rules also match what lies under them.
 */
export const patternOf = (indicator: Observable): string =>
  `[${PROPERTIES[indicator.kind]} = ${quoted(shownValue(indicator))}]`

/** A string literal: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_e8slinrhxcc9 */
const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`
