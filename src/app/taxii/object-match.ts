import type { Instant } from '../../indicator/time.ts'
import type { ObjectVersion } from './object-version.ts'

/** Which versions a client asks for; an absent list means all. TAXII 2.1 section 3.4. */
export interface ObjectMatch {
  readonly ids: readonly string[] | undefined
  readonly types: readonly string[] | undefined
  readonly specVersions: readonly string[] | undefined
  /** Moments of versions; a server that keeps the last one only has no other. */
  readonly versions: readonly Instant[] | undefined
}

/** The version of STIX that every object has. */
export const SPEC_VERSION = '2.1'

/** What comes before the UUID of an id. */
export const typeOfId = (id: string): string => id.slice(0, Math.max(id.indexOf('--'), 0))

/** Whether a version is among those that are asked for. */
export const isMatched = (
  { id, version }: Pick<ObjectVersion, 'id' | 'version'>,
  { ids, types, specVersions, versions }: ObjectMatch
): boolean =>
  (ids === undefined || ids.includes(id)) &&
  (types === undefined || types.includes(typeOfId(id))) &&
  (specVersions === undefined || specVersions.includes(SPEC_VERSION)) &&
  (versions === undefined || versions.includes(version))
