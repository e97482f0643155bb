import type { TaxiiCollection } from '../../app/taxii/collections.ts'

/** The media type of every object. */
export const STIX_MEDIA_TYPE = 'application/stix+json;version=2.1'

/** A collection as TAXII shows it: section 5.2.1. Nobody can write to it. */
export const collectionObject = ({ id, alias, title }: TaxiiCollection): object => ({
  id,
  title,
  alias,
  can_read: true,
  can_write: false,
  media_types: [STIX_MEDIA_TYPE]
})
