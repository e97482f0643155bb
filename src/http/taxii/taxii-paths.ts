/** TAXII 2.1 section 1.6.8. */
export const TAXII_MEDIA_TYPE = 'application/taxii+json;version=2.1'

/** The discovery resource, and everything below it. */
export const TAXII_PATH = '/api/taxii2/'

/** Where TAXII 2.1 section 4.1 wants the discovery resource of a host. */
export const TAXII_WELL_KNOWN = '/taxii2/'

/** What paths of TAXII begin with. */
export const TAXII_PATHS = [TAXII_PATH, TAXII_WELL_KNOWN] as const

/** The one API root. */
export const API_ROOT = `${TAXII_PATH}api/`

/** The collections of the API root. */
export const COLLECTIONS = `${API_ROOT}collections/`

/** One of them, by id or alias. */
export const COLLECTION = `${COLLECTIONS}{collection}/`
