import type { Role } from '../../../indicator/context.ts'
import type { Kind } from '../../../indicator/kind.ts'
import { type PatternTest, writeProperty } from './pattern-node.ts'

/** What a property holds: values of one kind, or of a kind that each value shows itself. */
export interface PropertyMeaning {
  readonly kind: Kind | undefined
  readonly role: Role | undefined
}

/** The properties that hold values of our kinds. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_mlbmudhl16lr */
const PROPERTIES: ReadonlyMap<string, PropertyMeaning> = new Map<string, PropertyMeaning>([
  ['ipv4-addr:value', { kind: 'ipv4', role: undefined }],
  ['ipv6-addr:value', { kind: 'ipv6', role: undefined }],
  ['domain-name:value', { kind: 'domain', role: undefined }],
  // OpenCTI's own object type, in its older and its present spelling
  ['x-opencti-hostname:value', { kind: 'domain', role: undefined }],
  ['hostname:value', { kind: 'domain', role: undefined }],
  ['url:value', { kind: 'url', role: undefined }],
  ['email-addr:value', { kind: 'email', role: undefined }],
  ['email-message:from_ref.value', { kind: 'email', role: undefined }],
  ['email-message:sender_ref.value', { kind: 'email', role: undefined }],
  ['network-traffic:src_ref.value', { kind: undefined, role: 'source' }],
  ['network-traffic:dst_ref.value', { kind: undefined, role: 'destination' }],
  ['vulnerability:name', { kind: 'cve', role: undefined }]
])

/** By algorithm as {@link hashAlgorithmOf} writes it. */
const HASHES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha256', 'sha256']
])

/** What a property of a pattern holds; `undefined` for what is none of our kinds. */
export const meaningOfProperty = (property: PatternTest['property']): PropertyMeaning | undefined => {
  const kind = HASHES.get(hashAlgorithmOf(property) ?? '')
  return kind === undefined ? PROPERTIES.get(writeProperty(property)) : { kind, role: undefined }
}

/** The algorithm of a file's hash in one spelling: `sha256` for `SHA-256`; `undefined` for any other property. */
export const hashAlgorithmOf = ([type, hashes, algorithm, ...rest]: PatternTest['property']): string | undefined =>
  type === 'file' && hashes === 'hashes' && algorithm !== undefined && rest.length === 0
    ? algorithm.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    : undefined
