import type { ListedEntry, Visit } from './listed-entry.ts'

/** A network of an entry: its first and last address. Two of them are nested or have nothing in common. */
export interface AddressRange<Address> {
  readonly first: Address
  readonly last: Address
  readonly entry: ListedEntry
}

/** A network, and the smallest one around it. */
interface Nested<Address> extends AddressRange<Address> {
  readonly outer: Nested<Address> | undefined
}

/** Outer networks before those in them; of the same network, the later entry counts as the outer one. */
const outermostFirst = <Address extends number | string>(
  one: AddressRange<Address>,
  other: AddressRange<Address>
): number => {
  if (one.first !== other.first) return one.first < other.first ? -1 : 1
  if (one.last !== other.last) return one.last > other.last ? -1 : 1
  return other.entry.place - one.entry.place
}

/** A network, or the next one outwards, that does not end before an address. */
const holding = <Address extends number | string>(
  from: Nested<Address> | undefined,
  address: Address
): Nested<Address> | undefined => {
  let network = from
  while (network !== undefined && network.last < address) network = network.outer
  return network
}

/** Finds the networks that hold an address, by one binary search. */
export class RangeIndex<Address extends number | string> {
  readonly #firsts: Address[] = []
  readonly #networks: Nested<Address>[] = []

  constructor(ranges: readonly AddressRange<Address>[]) {
    let last: Nested<Address> | undefined
    for (const { first, last: end, entry } of ranges.toSorted(outermostFirst)) {
      last = { first, last: end, entry, outer: holding(last, first) }
      this.#firsts.push(first)
      this.#networks.push(last)
    }
  }

  /** Visits the entries of all networks around an address, the smallest first. */
  visit(address: Address, visit: Visit): void {
    let network = holding(this.#lastFrom(address), address)
    for (; network !== undefined; network = network.outer) visit(network.entry)
  }

  /** The last network that begins at an address or before it. */
  #lastFrom(address: Address): Nested<Address> | undefined {
    let low = 0
    let high = this.#networks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const first = this.#firsts[middle]
      if (first !== undefined && first <= address) low = middle + 1
      else high = middle
    }
    return this.#networks[low - 1]
  }
}
