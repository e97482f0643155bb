import type { FeedType } from '../feed-type.ts'

/** What a MISP attribute type means to us: values of our kinds, context for other values, or a type that is none of ours. */
export type AttributeMeaning = FeedType | 'context' | 'unsupported'

/** The attribute types that hold values of our kinds. https://www.misp-project.org/datamodels/#types */
const VALUE_TYPES: ReadonlyMap<string, FeedType> = new Map<string, FeedType>([
  ['ip-src', { parts: ['address'], role: 'source' }],
  ['ip-dst', { parts: ['address'], role: 'destination' }],
  ['ip-src|port', { parts: ['address', 'port'], role: 'source' }],
  ['ip-dst|port', { parts: ['address', 'port'], role: 'destination' }],
  ['domain', { parts: ['domain'], role: undefined }],
  ['hostname', { parts: ['domain'], role: undefined }],
  ['hostname|port', { parts: ['domain', 'port'], role: undefined }],
  ['domain|ip', { parts: ['domain', 'address'], role: undefined }],
  ['url', { parts: ['url'], role: undefined }],
  ['uri', { parts: ['url'], role: undefined }],
  ['md5', { parts: ['md5'], role: undefined }],
  ['sha1', { parts: ['sha1'], role: undefined }],
  ['sha256', { parts: ['sha256'], role: undefined }],
  ['filename|md5', { parts: ['file-name', 'md5'], role: undefined }],
  ['filename|sha1', { parts: ['file-name', 'sha1'], role: undefined }],
  ['filename|sha256', { parts: ['file-name', 'sha256'], role: undefined }],
  ['malware-sample', { parts: ['file-name', 'md5'], role: undefined }],
  ['email', { parts: ['email'], role: undefined }],
  ['email-src', { parts: ['email'], role: undefined }],
  ['email-dst', { parts: ['email'], role: undefined }],
  ['email-reply-to', { parts: ['email'], role: undefined }],
  ['vulnerability', { parts: ['cve'], role: undefined }]
])

/** A link is a report about the event, unless it is marked for detection. */
const LINK: FeedType = { parts: ['url'], role: undefined }

/** The attribute types that describe something else and are no values to detect. */
const CONTEXT_TYPES: ReadonlySet<string> = new Set([
  'AS',
  'anonymised',
  'attachment',
  'boolean',
  'campaign-id',
  'campaign-name',
  'comment',
  'counter',
  'cpe',
  'datetime',
  'filename',
  'float',
  'hex',
  'http-method',
  'integer',
  'link',
  'malware-type',
  'mime-type',
  'other',
  'port',
  'process-state',
  'size-in-bytes',
  'target-email',
  'target-external',
  'target-location',
  'target-machine',
  'target-org',
  'target-user',
  'text',
  'threat-actor',
  'weakness',
  'whois-creation-date',
  'whois-registrant-email',
  'whois-registrant-name',
  'whois-registrant-org',
  'whois-registrant-phone',
  'whois-registrar'
])

/** The meaning of an attribute type, by its name and by whether the attribute is marked for detection. */
export const meaningOf = (type: string, isForDetection: boolean): AttributeMeaning => {
  if (type === 'link' && isForDetection) return LINK
  return VALUE_TYPES.get(type) ?? (CONTEXT_TYPES.has(type) ? 'context' : 'unsupported')
}
