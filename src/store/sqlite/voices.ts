import type { Confidence } from '../../indicator/confidence.ts'
import type { Sighting } from '../indicator-store.ts'

/** Who says something of a value, in which input and how surely: what sightings share, and rows of the stage hold the number of. */
export interface Voice extends Pick<Sighting, 'file' | 'takenBack'> {
  readonly feed: string
  readonly confidence: Confidence
}

/** The voices of a run, of which each input has a few. */
export class Voices {
  readonly #numbers = new Map<string, number>()
  readonly #voices: Voice[] = []

  /** The number of the voice of a sighting. */
  numberOf({ file, takenBack, source: { feed, confidence } }: Sighting): number {
    const key = `${file} ${takenBack} ${confidence} ${feed}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#voices.push({ feed, file, confidence, takenBack }) - 1
    this.#numbers.set(key, number)
    return number
  }

  /** The voice with a number. */
  at(number: number): Voice {
    const voice = this.#voices[number]
    if (voice === undefined) throw new RangeError(`no voice has the number ${number}`)
    return voice
  }

  /** The numbers of the voices with which a feed gives values, or takes them back. */
  ofFeed(feed: string, takenBack: boolean): readonly number[] {
    return [...this.#voices.keys()].filter((number) => {
      const voice = this.at(number)
      return voice.feed === feed && voice.takenBack === takenBack
    })
  }
}
