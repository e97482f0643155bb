import { discovery } from '../taxii/discovery.ts'
import { TAXII_WELL_KNOWN } from '../taxii/taxii-paths.ts'

/** The same for clients that know nothing but the host. */
export const getTaxiiWellKnown = discovery(TAXII_WELL_KNOWN)
