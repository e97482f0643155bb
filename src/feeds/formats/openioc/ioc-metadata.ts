import type { Role } from '../../../indicator/context.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { saidText } from '../../field-text.ts'
import type { Facts } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** Most names or links of a sort that are kept. */
const MOST_KEPT = 200

type NamedList = 'actors' | 'malwareFamilies' | 'threatTypes' | 'licences' | 'tags' | 'links'

/** What the links of a document name, by their relation. */
const RELATIONS: ReadonlyMap<string, NamedList> = new Map<string, NamedList>([
  ['threatgroup', 'actors'],
  ['family', 'malwareFamilies'],
  ['category', 'threatTypes'],
  ['threatcategory', 'threatTypes'],
  ['license', 'licences']
])

/** What a document says about all of its terms, as far as it was read. */
export class IocMetadata {
  readonly #share = createShareContext()
  readonly #lists = new Map<NamedList, Set<string>>()
  #firstSeen: Seconds | undefined

  /** Takes in an element with nothing but text in it. */
  learn(name: string | undefined, text: string): void {
    if (name === 'authored_date') this.#firstSeen = parseTimeText(text)
    else if (name === 'short_description') this.#keep('tags', [text])
    else if (name === 'keywords') this.#keep('tags', text.split(/[\s,;]+/))
    else if (name === 'description') this.#keep('links', linksIn(text))
  }

  /** Takes in a link: what its relation names, or a report. */
  learnLink(relation: string, text: string, address: string): void {
    const list = RELATIONS.get(relation.toLowerCase())
    if (list !== undefined) this.#keep(list, [text])
    this.#keep('links', [...linksIn(text), ...linksIn(address)])
  }

  /** What is said about a term in which a host has this role. */
  factsFor(role: Role | undefined): Facts {
    const lists = Object.fromEntries([...this.#lists].map(([name, texts]) => [name, [...texts]]))
    return { firstSeen: this.#firstSeen, context: this.#share({ ...lists, role }) }
  }

  #keep(name: NamedList, texts: readonly string[]): void {
    const said = texts.flatMap((text) => saidText(text) ?? [])
    if (said.length === 0) return
    const kept = this.#lists.get(name) ?? new Set()
    for (const text of said) if (kept.size < MOST_KEPT) kept.add(text)
    this.#lists.set(name, kept)
  }
}
