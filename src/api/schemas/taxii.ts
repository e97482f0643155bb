import { z } from 'zod'
import { LONGEST_BODY } from '../bodies/bounds.ts'
import { INSTANT } from '../values.ts'
import { STIX_EXAMPLE, STIX_OBJECT, STIX_TYPE } from './stix.ts'

// TAXII 2.1: https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html

/** Section 1.6.8. */
export const TAXII_TYPE = 'application/taxii+json;version=2.1'

/** The discovery resource: section 4.1. */
export const TAXII_DISCOVERY = z
  .strictObject({
    title: z.string(),
    description: z.string(),
    contact: z.string(),
    default: z.string(),
    api_roots: z.array(z.string())
  })
  .meta({ id: 'TaxiiDiscovery' })

/** The API root: section 4.2. */
export const TAXII_ROOT = z
  .strictObject({ title: z.string(), versions: z.array(z.string()), max_content_length: z.int() })
  .meta({ id: 'TaxiiRoot' })

/** A collection: section 5.2. Nobody can write to it. */
export const TAXII_COLLECTION = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    alias: z.string(),
    can_read: z.literal(true),
    can_write: z.literal(false),
    media_types: z.array(z.literal(STIX_TYPE))
  })
  .meta({ id: 'TaxiiCollection' })

/** The collections: section 5.1. */
export const TAXII_COLLECTIONS = z.strictObject({ collections: z.array(TAXII_COLLECTION) })

const PAGE = { more: z.boolean().optional(), next: z.string().optional() }

/** A page of objects: section 3.7. A page of nothing is an empty object. */
export const TAXII_OBJECTS = z
  .strictObject({ ...PAGE, objects: z.array(STIX_OBJECT).optional() })
  .meta({ id: 'TaxiiObjects' })

const MANIFEST_ENTRY = z
  .strictObject({ id: z.string(), date_added: INSTANT, version: INSTANT, media_type: z.literal(STIX_TYPE) })
  .meta({ id: 'TaxiiManifestEntry' })

/** A page of what a collection holds: section 5.3. */
export const TAXII_MANIFEST = z
  .strictObject({ ...PAGE, objects: z.array(MANIFEST_ENTRY).optional() })
  .meta({ id: 'TaxiiManifest' })

/** The versions of an object: section 5.8. */
export const TAXII_VERSIONS = z
  .strictObject({ ...PAGE, versions: z.array(INSTANT).optional() })
  .meta({ id: 'TaxiiVersions' })

/** An example of {@link TAXII_COLLECTION}. */
export const TAXII_COLLECTION_EXAMPLE: z.input<typeof TAXII_COLLECTION> = {
  id: 'e6a1c3f0-58c5-5d1e-9f0a-0a4c5a1f7b22',
  title: 'All indicators',
  alias: 'all',
  can_read: true,
  can_write: false,
  media_types: [STIX_TYPE]
}

/** An example of {@link TAXII_OBJECTS}. */
export const TAXII_OBJECTS_EXAMPLE: z.input<typeof TAXII_OBJECTS> = { more: false, objects: [STIX_EXAMPLE] }

/** An example of {@link TAXII_DISCOVERY}. */
export const TAXII_DISCOVERY_EXAMPLE: z.input<typeof TAXII_DISCOVERY> = {
  title: 'SOC Defenders: threat indicators',
  description: 'Indicators of compromise as STIX 2.1, one object per Sigma rule, and when they no longer count.',
  contact: 'https://publisher.example',
  default: '/api/taxii2/api/',
  api_roots: ['/api/taxii2/api/']
}

/** An example of {@link TAXII_ROOT}. */
export const TAXII_ROOT_EXAMPLE: z.input<typeof TAXII_ROOT> = {
  title: 'SOC Defenders: threat indicators',
  versions: [TAXII_TYPE],
  max_content_length: LONGEST_BODY
}

/** An example of {@link TAXII_MANIFEST}. */
export const TAXII_MANIFEST_EXAMPLE: z.input<typeof TAXII_MANIFEST> = {
  more: false,
  objects: [
    {
      id: STIX_EXAMPLE.id,
      date_added: '2026-05-17T10:00:00.000000Z',
      version: '2026-05-17T10:00:00.000000Z',
      media_type: STIX_TYPE
    }
  ]
}
