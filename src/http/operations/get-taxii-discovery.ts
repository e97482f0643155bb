import { discovery } from '../taxii/discovery.ts'
import { TAXII_PATH } from '../taxii/taxii-paths.ts'

/** Where TAXII clients begin. */
export const getTaxiiDiscovery = discovery(TAXII_PATH)
