import type { Kind } from '../indicator/kind.ts'
import { AddressIndex } from './address-index.ts'
import { EntryMap } from './entry-map.ts'
import { hostOfMail, hostOfUrl, isAddress, urlKey } from './host-of.ts'
import type { ListedEntry, Visit } from './listed-entry.ts'
import { NameIndex } from './name-index.ts'
import { PartIndex } from './part-index.ts'
import { PatternIndex } from './pattern/pattern-index.ts'

/** Entries by what they are, so that a value meets only those that may cover it. */
export class EntryIndex {
  readonly #names = new NameIndex()
  readonly #addresses: AddressIndex
  readonly #values = new EntryMap()
  readonly #parts = new PartIndex()
  readonly #patterns = new PatternIndex()

  constructor(entries: Iterable<ListedEntry>) {
    const networks: ListedEntry[] = []
    for (const entry of entries) {
      switch (entry.shape) {
        case 'network':
          networks.push(entry)
          break
        case 'below':
          this.#names.addBelow(entry)
          break
        case 'alone':
          this.#names.addAlone(entry)
          break
        case 'value':
          this.#values.add(urlKey(entry.text), entry)
          break
        case 'part':
          this.#parts.add(entry)
          break
        case 'pattern':
          this.#patterns.add(entry)
      }
    }
    this.#addresses = new AddressIndex(networks)
  }

  /** Visits all entries that fit a value, also those of lists that are not for its kind. */
  visit(kind: Kind, value: string, visit: Visit): void {
    this.#visitHost(kind, value, visit)
    this.#values.visit(kind === 'url' ? urlKey(value) : value, visit)
    this.#parts.visit(value, visit)
    this.#patterns.visit(kind, value, visit)
  }

  #visitHost(kind: Kind, value: string, visit: Visit): void {
    switch (kind) {
      case 'ipv4':
      case 'ipv6':
        this.#addresses.visit(value, visit)
        break
      case 'domain':
        this.#names.visit(value, visit)
        break
      case 'email':
        this.#names.visit(hostOfMail(value), visit)
        break
      case 'url': {
        const host = hostOfUrl(value)
        if (isAddress(host)) this.#addresses.visit(host, visit)
        else this.#names.visit(host, visit)
        break
      }
      case 'md5':
      case 'sha1':
      case 'sha256':
      case 'cve':
      case 'mitre-attack':
    }
  }
}
