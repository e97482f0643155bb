import type { Role } from '../../../indicator/context.ts'
import type { Kind } from '../../../indicator/kind.ts'
import { recognise } from '../../../indicator/recognise.ts'
import { isRejection } from '../../../indicator/rejection.ts'

/** What the content of a term is, by what the term searches. */
export interface SearchMeaning {
  readonly kind: Kind
  readonly role: Role | undefined
}

/** What stands at a place that is searched; a `location` is a URL or only the host of one. */
type Searched = Kind | 'address' | 'location'

/** The places, in lower case, that hold values of our kinds. https://github.com/mandiant/OpenIOC_1.1 */
const SEARCHES: ReadonlyMap<string, Searched> = new Map<string, Searched>([
  ['portitem/remoteip', 'address'],
  ['processitem/portlist/portitem/remoteip', 'address'],
  ['dnsentryitem/recorddata/ipv4address', 'address'],
  ['dnsentryitem/recorddata/ipv6address', 'address'],
  ['dnsentryitem/host', 'domain'],
  ['dnsentryitem/recordname', 'domain'],
  ['dnsentryitem/recorddata/host', 'domain'],
  ['network/dns', 'domain'],
  ['urlhistoryitem/hostname', 'domain'],
  ['urlhistoryitem/url', 'location'],
  ['filedownloadhistoryitem/sourceurl', 'location'],
  ['network/uri', 'location'],
  ['email/from', 'email']
])

/** The hashes of files; those of parts of memory and of certificates are others. */
const FILE_HASH = /^(?:fileitem|driveritem|taskitem|serviceitem\/(?:path|servicedll))\/?(md5|sha1|sha256)sum$/

/** The meaning of a search for a content; `undefined` for what is none of our kinds. */
export const meaningOfSearch = (search: string, content: string): SearchMeaning | undefined => {
  const key = search.toLowerCase()
  const searched = SEARCHES.get(key) ?? hashOf(key)
  if (searched === undefined) return undefined
  if (searched === 'address') return { kind: content.includes(':') ? 'ipv6' : 'ipv4', role: 'destination' }
  return { kind: searched === 'location' ? kindOfLocation(content) : searched, role: undefined }
}

const hashOf = (key: string): Kind | undefined => {
  const algorithm = FILE_HASH.exec(key)?.[1]
  return algorithm === 'md5' || algorithm === 'sha1' || algorithm === 'sha256' ? algorithm : undefined
}

const HOSTS: ReadonlySet<Kind> = new Set(['ipv4', 'ipv6', 'domain'])

/** `Network/URI` contains `evil.example` in ESET's files: a host, not a URL without a path. */
const kindOfLocation = (content: string): Kind => {
  const read = recognise(content)
  return !isRejection(read) && HOSTS.has(read.kind) ? read.kind : 'url'
}
