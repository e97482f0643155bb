import { CHANGE_REASON_NAMES, type ChangeReason } from '../../indicator/change-reason.ts'
import { CONFIDENCES, type Confidence } from '../../indicator/confidence.ts'
import { ENTRY_SHAPE_NAMES, type EntryShape } from '../../indicator/guard-list.ts'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { SECTORS, type Sector } from '../../indicator/sector.ts'

/** Names of a closed set and the small numbers that stand for them in rows. A number, once given, never changes. */
export class Codes<Name extends string> {
  readonly #codes: Readonly<Record<Name, number>>
  readonly #names = new Map<number, Name>()

  constructor(names: readonly Name[], codes: Readonly<Record<Name, number>>) {
    this.#codes = codes
    for (const name of names) this.#names.set(codes[name], name)
  }

  codeOf(name: Name): number {
    return this.#codes[name]
  }

  nameOf(code: number): Name {
    const name = this.#names.get(code)
    if (name === undefined) throw new Error(`no name has the code ${code}`)
    return name
  }
}

export const kindCodes = new Codes<Kind>(KINDS, {
  ipv4: 0,
  ipv6: 1,
  domain: 2,
  url: 3,
  md5: 4,
  sha1: 5,
  sha256: 6,
  cve: 7,
  'mitre-attack': 8,
  email: 9
})

export const confidenceCodes = new Codes<Confidence>(CONFIDENCES, { low: 0, medium: 1, high: 2 })

export const sectorCodes = new Codes<Sector>(SECTORS, {
  chemical: 0,
  'commercial-facilities': 1,
  communications: 2,
  'critical-manufacturing': 3,
  dams: 4,
  'defense-industrial-base': 5,
  'emergency-services': 6,
  energy: 7,
  'financial-services': 8,
  'food-and-agriculture': 9,
  'government-facilities': 10,
  healthcare: 11,
  'information-technology': 12,
  nuclear: 13,
  'transportation-systems': 14,
  'water-and-wastewater': 15
})

export const reasonCodes = new Codes<ChangeReason>(CHANGE_REASON_NAMES, {
  new: 0,
  changed: 1,
  returned: 2,
  guarded: 3,
  expired: 4,
  withdrawn: 5,
  removed: 6
})

export const shapeCodes = new Codes<EntryShape>(ENTRY_SHAPE_NAMES, {
  below: 0,
  alone: 1,
  network: 2,
  value: 3,
  part: 4,
  pattern: 5
})
