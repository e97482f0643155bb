import { ipv4Number, ipv6Digits } from './address-number.ts'
import type { ListedEntry, Visit } from './listed-entry.ts'
import { networkRange } from './network-range.ts'
import { RangeIndex, type AddressRange } from './range-index.ts'

/** Finds the networks that hold an IP address of either family. */
export class AddressIndex {
  readonly #ipv4: RangeIndex<number>
  readonly #ipv6: RangeIndex<string>

  constructor(networks: readonly ListedEntry[]) {
    const ipv4: AddressRange<number>[] = []
    const ipv6: AddressRange<string>[] = []
    for (const entry of networks) {
      const { family, first, last } = networkRange(entry.text)
      if (family === 'ipv4') ipv4.push({ first, last, entry })
      else ipv6.push({ first, last, entry })
    }
    this.#ipv4 = new RangeIndex(ipv4)
    this.#ipv6 = new RangeIndex(ipv6)
  }

  /** Visits the entries of all networks around an address. */
  visit(address: string, visit: Visit): void {
    if (address.includes(':')) this.#ipv6.visit(ipv6Digits(address), visit)
    else this.#ipv4.visit(ipv4Number(address), visit)
  }
}
