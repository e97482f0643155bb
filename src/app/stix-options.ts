import type { Settings } from '../config/settings.ts'
import type { StixOptions } from '../stix/object-base.ts'

/** What the settings say of every STIX object. */
export const stixOptions = ({ publisher, publicUrl }: Settings): StixOptions => ({
  publisher,
  whyUrl: publicUrl === undefined ? undefined : (id) => `${publicUrl}/api/v1/iocs/sigma/${id}/why`
})
