import type { Confidence } from '../../../indicator/confidence.ts'
import { parseTime } from '../../../indicator/parse-time.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { flagField, listField, recordOf, textField } from '../../json/members.ts'
import { confidenceOfTags } from '../../misp/confidence-of-tags.ts'
import { contextOfTags } from '../../misp/context-of-tags.ts'
import { readTag } from '../../misp/tag.ts'
import type { SaidContext } from '../../shared-context.ts'
import { tagNamesOfGalaxy, tagNamesOfTag } from './tag-names.ts'

/** Most names and links that are kept of one event. */
const MOST_KEPT = 200

/** What is said about an attribute by its event and its own tags. */
interface Statement {
  readonly confidence: Confidence | undefined
  readonly context: SaidContext
}

/** What an event says about all of its attributes, as far as it was read. */
export class MispEvent {
  readonly #tagNames = new Set<string>()
  readonly #links = new Set<string>()
  readonly #actors = new Set<string>()
  #date: Seconds | undefined
  /** For attributes without tags of their own, until more is learned. */
  #common: Statement | undefined

  get date(): Seconds | undefined {
    return this.#date
  }

  learnDate(date: unknown): void {
    this.#date = typeof date === 'string' ? parseTime(date) : undefined
  }

  learnTag(tag: unknown): void {
    this.#keep(this.#tagNames, tagNamesOfTag(tag))
  }

  learnGalaxy(galaxy: unknown): void {
    this.#keep(this.#tagNames, tagNamesOfGalaxy(galaxy))
  }

  /** Takes from an attribute what it says about the event as a whole: links to reports, actors, campaigns. */
  learnAttribute(attribute: unknown): void {
    const record = recordOf(attribute)
    const value = textField(record, 'value')
    if (value === undefined || flagField(record, 'deleted') === true) return
    const type = textField(record, 'type')
    if (type === 'link' && !isAboutOneSample(value)) this.#keep(this.#links, [value])
    if (type === 'threat-actor' || type === 'campaign-name') this.#keep(this.#actors, [value])
  }

  learnObject(object: unknown): void {
    for (const attribute of listField(recordOf(object), 'Attribute')) this.learnAttribute(attribute)
  }

  /** What is said about an attribute that has these tags: they add to the event's, and their confidence counts first. */
  statementFor(tagNames: readonly string[]): Statement {
    if (tagNames.length > 0) return this.#state(tagNames)
    this.#common ??= this.#state([])
    return this.#common
  }

  #state(tagNames: readonly string[]): Statement {
    const own = tagNames.map(readTag)
    const common = [...this.#tagNames].map(readTag)
    const said = contextOfTags([...common, ...own])
    return {
      confidence: confidenceOfTags(own) ?? confidenceOfTags(common),
      context: { ...said, actors: [...said.actors, ...this.#actors], links: [...this.#links] }
    }
  }

  #keep(kept: Set<string>, names: readonly string[]): void {
    for (const name of names) if (kept.size < MOST_KEPT) kept.add(name)
    this.#common = undefined
  }
}

/** VirusTotal's enrichment in MISP puts a link to the report of each sample beside all samples. */
const isAboutOneSample = (link: string): boolean => link.includes('://www.virustotal.com/')
