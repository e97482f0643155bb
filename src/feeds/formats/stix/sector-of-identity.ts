import { parseSector, type Sector } from '../../../indicator/sector.ts'

/** STIX's own names of sectors, where they are not CISA's. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_oogrswk3onck */
const STIX_SECTORS: ReadonlyMap<string, Sector> = new Map<string, Sector>([
  ['agriculture', 'food-and-agriculture'],
  ['commercial', 'commercial-facilities'],
  ['defence', 'defense-industrial-base'],
  ['defense', 'defense-industrial-base'],
  ['government-emergency-services', 'emergency-services'],
  ['government-local', 'government-facilities'],
  ['government-national', 'government-facilities'],
  ['government-public-services', 'government-facilities'],
  ['government-regional', 'government-facilities'],
  ['manufacturing', 'critical-manufacturing'],
  ['telecommunications', 'communications']
])

/** The sector that an identity's `sectors` name; `undefined` for those that are none of CISA's. */
export const sectorOfIdentity = (name: string): Sector | undefined =>
  STIX_SECTORS.get(name.trim().toLowerCase()) ?? parseSector(name)
