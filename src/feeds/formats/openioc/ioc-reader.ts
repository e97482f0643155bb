import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { refusal } from '../../refusal.ts'
import type { XmlElement, XmlListener } from '../../xml/xml-parser.ts'
import { IocMetadata } from './ioc-metadata.ts'
import { readTerm, type WrittenTerm } from './read-term.ts'
import { TermLogic } from './term-logic.ts'

/** Of versions 1.0 and 1.1. */
export const NAMESPACES = ['http://schemas.mandiant.com/2010/ioc', 'http://openioc.org/schemas/OpenIOC_1.1'] as const

const ROOTS: ReadonlySet<string> = new Set(['ioc', 'OpenIOC'])

/** Stands for an element of another namespace. */
const FOREIGN = ''

const NO_TERM: WrittenTerm = { position: '', search: '', condition: '', isNegated: false, content: '' }
const NO_LINK = { relation: '', address: '' }

/** Follows the elements of a document: what it says about itself stands first, then its terms and their logic. */
export class IocReader implements XmlListener {
  readonly #emit: (item: FeedItem) => void
  readonly #logic: TermLogic
  readonly #metadata = new IocMetadata()
  /** Names of the open elements, outermost first. */
  readonly #open: string[] = []
  #term = NO_TERM
  #link = NO_LINK

  constructor(emit: (item: FeedItem) => void) {
    this.#emit = emit
    this.#logic = new TermLogic(emit)
  }

  open({ name: local, namespace, line, attribute }: XmlElement): void {
    const isOurs = namespace === '' || NAMESPACES.some((known) => known === namespace)
    const name = isOurs ? local : FOREIGN
    if (this.#open.length === 0 && !ROOTS.has(name)) {
      this.#emit(refusal('', `line ${line}`, 'bad_record', `${local} is no OpenIOC document`))
    }
    this.#open.push(name)
    const isNegated = attribute('negate') === 'true'
    switch (name) {
      case 'Indicator':
        return this.#logic.open(attribute('operator') ?? '', isNegated)
      case 'IndicatorItem':
        this.#term = { ...NO_TERM, position: `line ${line}`, condition: attribute('condition') ?? '', isNegated }
        return
      case 'Context':
        this.#term = { ...this.#term, search: attribute('search') ?? '' }
        return
      case 'link':
        this.#link = { relation: attribute('rel') ?? '', address: attribute('href') ?? '' }
    }
  }

  close(text: string): void {
    const name = this.#open.pop()
    if (name === 'Indicator') this.#logic.close()
    else if (name === 'IndicatorItem') this.#logic.add(readTerm(this.#term, this.#metadata))
    else if (name === 'Content') this.#term = { ...this.#term, content: text.trim() }
    else if (name === 'link') this.#metadata.learnLink(this.#link.relation, text, this.#link.address)
    else this.#metadata.learn(name, text)
  }

  breakOff(): void {
    this.#logic.breakOff()
  }
}
