import { GET_TAXII_WELL_KNOWN } from '../../api/operations/get-taxii-well-known.ts'
import { discovery } from '../taxii/discovery.ts'

/** The same for clients that know nothing but the host. */
export const getTaxiiWellKnown = discovery(GET_TAXII_WELL_KNOWN)
