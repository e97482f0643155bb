import { parseTlp, type Tlp } from '../../../indicator/tlp.ts'
import { type JsonObject, recordField, textField } from '../../json/members.ts'

/** What a marking says: a level of the Traffic Light Protocol, or terms of use. */
export interface Marking {
  readonly tlp: Tlp | undefined
  readonly statement: string | undefined
}

/**
 * The markings of the Traffic Light Protocol that bundles refer to without holding them.
 * TLP 1: https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_yd3ar14ekwrs
 * TLP 2: https://github.com/oasis-open/cti-stix-common-objects
 */
export const KNOWN_MARKINGS: ReadonlyMap<string, Marking> = new Map(
  (
    [
      ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'clear'],
      ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'green'],
      ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'amber'],
      ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'red'],
      ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487', 'clear'],
      ['marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'green'],
      ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'amber'],
      ['marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003', 'amber-strict'],
      ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1', 'red']
    ] as const
  ).map(([id, tlp]) => [id, { tlp, statement: undefined }])
)

/** The name of the extension by which STIX 2.1 states TLP 2.0. */
const TLP_2 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

/** Reads a `marking-definition`. */
export const readMarking = (object: JsonObject): Marking => {
  const definition = recordField(object, 'definition')
  const level =
    textField(recordField(recordField(object, 'extensions'), TLP_2), 'tlp_2_0') ?? textField(definition, 'tlp')
  const name = textField(object, 'name')
  return {
    tlp: parseTlp(level ?? (name !== undefined && /^tlp:/i.test(name) ? name : '')),
    statement: textField(definition, 'statement')
  }
}
