import type { KindDefinition } from '../normalised.ts'

/** Year and number, https://github.com/CVEProject/cve-schema (`cveId`). */
const CVE_ID = /^[Cc][Vv][Ee]-[0-9]{4}-[0-9]{4,19}$/

/** A vulnerability by its CVE id, upper case. */
export const CVE: KindDefinition = {
  kind: 'cve',
  maxBytes: 28,
  normalise: (text) => (CVE_ID.test(text) ? { kind: 'cve', value: text.toUpperCase() } : { reason: 'bad_cve' })
}
