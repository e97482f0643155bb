import { GET_TAXII_DISCOVERY } from '../../api/operations/get-taxii-discovery.ts'
import { discovery } from '../taxii/discovery.ts'

/** Where TAXII clients begin. */
export const getTaxiiDiscovery = discovery(GET_TAXII_DISCOVERY)
