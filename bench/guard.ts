import { builtInLists, PUBLIC_SUFFIXES } from '../src/guard/built-in-lists.ts'
import { createGuard } from '../src/guard/create-guard.ts'
import type { GuardEntry, GuardList } from '../src/indicator/guard-list.ts'
import { KINDS, type Kind } from '../src/indicator/kind.ts'

/** Holds a million values against a guard of half a million entries and prints what building and asking cost. */
const ENTRIES = 500_000
const VALUES = 1_000_000
/** Values that are held at a time, as an import does. */
const PAGE = 2_000

const address = (number: number): string => [24, 16, 8, 0].map((shift) => String((number >>> shift) & 0xff)).join('.')

/** Names, addresses, networks and hashes as warninglists mix them. */
const entryAt = (index: number): GuardEntry => {
  const spread = (index * 7_919) >>> 0
  switch (index % 5) {
    case 0:
    case 1:
      return { shape: 'below', text: `site-${index}.example.net` }
    case 2:
      return { shape: 'network', text: address(spread) }
    case 3:
      return { shape: 'network', text: `${address((spread & ~0xff) >>> 0)}/24` }
    default:
      return { shape: 'value', text: spread.toString(16).padStart(64, 'a') }
  }
}

const valueAt = (index: number): readonly [Kind, string] => {
  switch (index % 10) {
    case 0:
    case 1:
    case 2:
      return ['domain', `c2-${index}.host-${index % 5_000}.example.org`]
    case 3:
    case 4:
      return ['ipv4', address((index * 104_729) >>> 0)]
    case 5:
    case 6:
    case 7:
      return ['url', `c2-${index}.host-${index % 5_000}.example.org:8080/path/${index}?query=${index}`]
    default:
      return ['sha256', (index * 104_729).toString(16).padStart(64, 'b')]
  }
}

/** Seconds of the clock, and of the processor for this process alone. */
class Cost {
  #clock = 0
  #processor = 0

  measure(work: () => void): void {
    const start = performance.now()
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    this.#clock += (performance.now() - start) / 1e3
    this.#processor += (user + system) / 1e6
  }

  text(): string {
    return `${this.#clock.toFixed(2)} | ${this.#processor.toFixed(2)}`
  }
}

const list: GuardList = {
  name: 'bench',
  mode: 'block',
  why: 'a bench',
  until: undefined,
  kinds: KINDS,
  coversMail: false,
  entries: Array.from({ length: ENTRIES }, (_, index) => entryAt(index))
}

/** Values of a page as readers give them: each text in one piece, not still to be put together. */
const pageAt = (first: number): readonly (readonly [Kind, string])[] =>
  JSON.parse(JSON.stringify(Array.from({ length: PAGE }, (_, index) => valueAt(first + index)))) as readonly (readonly [
    Kind,
    string
  ])[]

const building = new Cost()
const asking = new Cost()
let guard = createGuard({ lists: builtInLists('inform'), publicSuffixes: PUBLIC_SUFFIXES })
building.measure(() => {
  guard = createGuard({ lists: [...builtInLists('inform'), list], publicSuffixes: PUBLIC_SUFFIXES })
})
let covered = 0
for (let first = 0; first < VALUES; first += PAGE) {
  const page = pageAt(first)
  asking.measure(() => {
    for (const [kind, value] of page) if (guard.verdict(kind, value) !== undefined) covered += 1
  })
}
console.log('| step | seconds | of the processor |')
console.log('|---|---|---|')
console.log(`| build a guard of ${ENTRIES.toLocaleString('en')} entries | ${building.text()} |`)
console.log(
  `| ask it about ${VALUES.toLocaleString('en')} values, ${covered.toLocaleString('en')} covered | ${asking.text()} |`
)
