import type { Tlp } from '../../../indicator/tlp.ts'

/**
 * Sentinel reads the markings of TLP 1.0, which STIX itself defines, and shows them as white, green, amber and red;
 * what may not leave the organisation is nearer to red than to amber there.
 * https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_yd3ar14ekwrs
 */
const MARKING_IDS: Readonly<Record<Tlp, string>> = {
  clear: '613f2e26-407d-48c7-9eca-b8e91df99dc9',
  green: '34098fce-860f-48ae-8e50-ebd3cc5e41da',
  amber: 'f88d31f6-486f-44da-b317-01333bde0b82',
  'amber-strict': '5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
  red: '5e57c739-391a-4eb3-b6be-7d15ca92d5ed'
}

/** The id of the marking that Sentinel knows for a level. */
export const tlpMarkingId = (tlp: Tlp): string => `marking-definition--${MARKING_IDS[tlp]}`
