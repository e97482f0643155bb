/** TAXII 2.1 section 1.6.8. */
export const TAXII_MEDIA_TYPE = 'application/taxii+json;version=2.1'
