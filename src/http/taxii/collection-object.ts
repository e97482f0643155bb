import { STIX_TYPE } from '../../api/schemas/stix.ts'
import type { TAXII_COLLECTION } from '../../api/schemas/taxii.ts'
import type { Written } from '../../api/written.ts'
import type { TaxiiCollection } from '../../app/taxii/collections.ts'

/** A collection as TAXII shows it: section 5.2.1. Nobody can write to it. */
export const collectionObject = ({ id, alias, title }: TaxiiCollection): Written<typeof TAXII_COLLECTION> => ({
  id,
  title,
  alias,
  can_read: true,
  can_write: false,
  media_types: [STIX_TYPE]
})
