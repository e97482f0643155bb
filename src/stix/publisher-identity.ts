import { uuidV5 } from '../indicator/uuid-v5.ts'
import type { Publisher } from '../sigma/publisher.ts'
import { remember } from '../indicator/remember.ts'
import type { StixIdentity } from './objects.ts'

/** An identity has no time of its own; this one is the publication of STIX 2.1. */
const SINCE = '2021-06-10T00:00:00.000Z'

/** The `identity` of a publisher: its id is the UUIDv5 of its address. */
export const publisherIdentity = remember(
  ({ name, url }: Publisher): StixIdentity => ({
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${uuidV5(url)}`,
    created: SINCE,
    modified: SINCE,
    name,
    identity_class: 'organization',
    contact_information: url
  })
)
