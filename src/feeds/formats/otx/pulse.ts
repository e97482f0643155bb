import { parseSector } from '../../../indicator/sector.ts'
import { parseTlp } from '../../../indicator/tlp.ts'
import type { Seconds } from '../../../indicator/time.ts'
import { type JsonObject, recordListField, textField, textListField } from '../../json/members.ts'
import { linksIn } from '../../links-in.ts'
import type { SaidContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** The members of a pulse that say something about its indicators. */
export const PARTS = [
  'adversary',
  'malware_families',
  'attack_ids',
  'industries',
  'TLP',
  'tlp',
  'tags',
  'references',
  'created'
] as const

/** What a pulse says about all of its indicators, as far as it was read. */
export class Pulse {
  readonly #said: Record<string, unknown> = {}
  #context: SaidContext | undefined

  learn(part: string, value: unknown): void {
    this.#said[part] = value
    this.#context = undefined
  }

  get created(): Seconds | undefined {
    return parseTimeText(textField(this.#said, 'created'))
  }

  get context(): SaidContext {
    this.#context ??= contextOf(this.#said)
    return this.#context
  }
}

const contextOf = (said: JsonObject): SaidContext => {
  const adversary = textField(said, 'adversary')
  return {
    actors: adversary === undefined ? [] : [adversary],
    malwareFamilies: textsOf(said, 'malware_families', 'display_name'),
    techniques: textsOf(said, 'attack_ids', 'id'),
    industries: textListField(said, 'industries').flatMap((name) => parseSector(name) ?? []),
    tlp: parseTlp(textField(said, 'TLP') ?? textField(said, 'tlp') ?? ''),
    tags: textListField(said, 'tags'),
    links: textListField(said, 'references').flatMap(linksIn)
  }
}

/** Lists hold texts in the answers for subscriptions, and objects in those for one pulse. */
const textsOf = (said: JsonObject, part: string, name: string): readonly string[] => [
  ...textListField(said, part),
  ...recordListField(said, part).flatMap((entry) => textField(entry, name) ?? [])
]
