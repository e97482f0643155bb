import { GET_TAXII_DISCOVERY } from '../../api/operations/get-taxii-discovery.ts'
import { GET_TAXII_ROOT } from '../../api/operations/get-taxii-root.ts'
import { GET_TAXII_WELL_KNOWN } from '../../api/operations/get-taxii-well-known.ts'

/** What paths of TAXII begin with: the discovery resource and everything below it, and that of the host. */
export const TAXII_PATHS = [GET_TAXII_DISCOVERY.path, GET_TAXII_WELL_KNOWN.path] as const

/** The one API root. */
export const API_ROOT = GET_TAXII_ROOT.path
