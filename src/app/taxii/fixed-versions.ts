import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { TLPS } from '../../indicator/tlp.ts'
import type { Publisher } from '../../sigma/publisher.ts'
import { publisherIdentity } from '../../stix/publisher-identity.ts'
import { tlpMarking } from '../../stix/tlp-markings.ts'
import type { ObjectVersion } from './object-version.ts'

/** 2022-10-01T00:00:00Z, the publication of the markings, which is before any change. */
const ADDED = 1_664_582_400 * INSTANTS_PER_SECOND

/** What objects of every collection refer to and what never changes: the publisher and the markings. In order. */
export const fixedVersions = (publisher: Publisher): readonly ObjectVersion[] =>
  [publisherIdentity(publisher), ...TLPS.map(tlpMarking)].map((object, index) => ({
    id: object.id,
    added: ADDED + index,
    version: (Date.parse(object.created) / 1_000) * INSTANTS_PER_SECOND,
    object: () => object
  }))
