import { Recent } from '../../indicator/recent.ts'
import type { PlacedAnswer } from '../answers/placed-answer.ts'
import { ByteBudget, Kept } from './byte-budget.ts'
import { SharedBody } from './shared-body.ts'

/** An answer that is the same for everybody who asks for its name. */
export interface NamedAnswer extends PlacedAnswer {
  /** Equal names mean equal bytes, headers included. */
  readonly name: string
  /** The revision of the store that it is read from. */
  readonly revision: number
  readonly body: string | AsyncIterable<string | Uint8Array>
}

/** Which answer is wanted, and how to come by it. */
export interface WantedAnswer extends Pick<NamedAnswer, 'name' | 'revision'> {
  /** Whether its body is not wanted. */
  readonly isHead: boolean
  /** Opens it. Of a store that has gone on meanwhile it has another name. */
  readonly open: () => Promise<NamedAnswer>
  /** Whether nobody waits for it any more. */
  readonly isGone: () => boolean
  /** Takes a place for an answer that need not be opened, and gives what leaves it. */
  readonly takePlace: () => () => void
}

/** Answers that were given lately, for those who ask for the same. */
export interface KeptAnswers {
  /** The answer of a name: kept, under way for somebody else, or opened. */
  answer(wanted: WantedAnswer): Promise<PlacedAnswer>
  /** How many bytes are kept. */
  readonly bytes: number
}

/** An answer that was opened, for those who come after the one it was opened for. */
interface Opened extends Omit<PlacedAnswer, 'body' | 'close'> {
  readonly body: string | SharedBody
}

/** An answer that is there in whole, and short. */
interface TextAnswer extends Opened {
  readonly body: string
}

class Entry extends Kept {
  /** An answer that is a text, once it is there. */
  text: TextAnswer | undefined
  /** `undefined` where it could not be opened. */
  readonly opened: Promise<Opened | undefined>
  readonly tell: (opened: Opened | undefined) => void

  constructor(name: string) {
    super(name)
    let tell = (_opened: Opened | undefined): void => {}
    this.opened = new Promise((resolve) => {
      tell = resolve
    })
    this.tell = tell
  }
}

/** What the head of an answer may take up, besides its name. */
const HEAD_BYTES = 2_048

/** So many answers that outgrew their share are remembered at least. */
const OUTGROWN = 100

/** Keeps answers in so many bytes at the most. Those of an earlier revision of the store go with the first of the next. */
export const keepAnswers = (most: number): KeptAnswers => {
  const budget = new ByteBudget<Entry>(most)
  /** Names of answers for which too little was left, so that nobody waits for them in vain. */
  const outgrown = new Recent<string, true>(OUTGROWN)
  let newest = 0

  /** Counts what is known of an entry so far, or keeps it no longer. */
  const growOrDrop = (entry: Entry, bytes: number): void => {
    if (!budget.grow(entry, bytes)) budget.drop(entry)
  }

  /** Those who wait for an entry to be opened have joined it, besides its beginner. */
  const closeUnlessJoined = ({ readers }: Entry, shared: SharedBody): void => {
    if (readers <= 1) shared.close()
  }

  /** The body of an entry, whose answer is closed when both its beginner and its source have come to their end. */
  const share = (entry: Entry, body: AsyncIterable<string | Uint8Array>, close: () => Promise<void>) => {
    let holders = 2
    const letGo = async (): Promise<void> => {
      holders -= 1
      if (holders === 0) await close()
    }
    const shared = new SharedBody(body, {
      grow(bytes) {
        const fits = budget.grow(entry, bytes)
        if (!fits) outgrown.set(entry.name, true)
        return fits
      },
      empty: () => budget.empty(entry),
      onLost: () => budget.drop(entry),
      onEnd: letGo
    })
    entry.onDropped = () => closeUnlessJoined(entry, shared)
    if (!budget.has(entry)) entry.onDropped()
    const leave = async (): Promise<void> => {
      await shared.leave()
      await letGo()
    }
    return { shared, leave }
  }

  /** Opens an answer for its beginner, and shares it with those who come while it is made or kept. */
  const begin = async (wanted: WantedAnswer): Promise<PlacedAnswer> => {
    const entry = new Entry(wanted.name)
    const end = budget.read(entry)
    budget.put(entry)
    try {
      const { name, revision: _revision, body, close = async () => {}, ...head } = await wanted.open()
      if (name === wanted.name) growOrDrop(entry, HEAD_BYTES + 2 * name.length)
      else budget.drop(entry)
      if (typeof body === 'string') {
        growOrDrop(entry, 2 * body.length)
        entry.text = { ...head, body }
        entry.tell(entry.text)
        end()
        return { ...head, body, close }
      }
      const { shared, leave } = share(entry, body, close)
      entry.tell({ ...head, isPacked: true, body: shared })
      return {
        ...head,
        isPacked: true,
        body: shared.asItComes(),
        close: async () => {
          end()
          await leave()
        }
      }
    } catch (error) {
      budget.drop(entry)
      end()
      entry.tell(undefined)
      throw error
    }
  }

  /** The answer of an entry for one more; `undefined` where it came to nothing. */
  const join = async (entry: Entry, { takePlace, isGone }: WantedAnswer): Promise<PlacedAnswer | undefined> => {
    const leave = takePlace()
    const end = budget.read(entry)
    const close = async (): Promise<void> => {
      end()
      leave()
    }
    let answer: PlacedAnswer | undefined
    try {
      const opened = await entry.opened
      const body = typeof opened?.body === 'object' ? await opened.body.whole(isGone) : opened?.body
      if (opened !== undefined && isGone()) answer = { ...opened, body: [], handsOut: 0, close }
      else if (opened !== undefined && body !== undefined) answer = { ...opened, body, close }
    } finally {
      if (answer === undefined) await close()
    }
    return answer
  }

  /** Without a body, which nobody makes for that. */
  const headOf = async (entry: Entry): Promise<PlacedAnswer | undefined> => {
    const opened = await entry.opened
    return opened === undefined ? undefined : { ...opened, body: typeof opened.body === 'string' ? opened.body : [] }
  }

  return {
    get bytes() {
      return budget.taken
    },
    async answer(wanted) {
      if (wanted.revision > newest) budget.clear()
      newest = Math.max(newest, wanted.revision)
      const entry = budget.get(wanted.name)
      // A text is sent at once, and takes no place.
      if (entry?.text !== undefined) return entry.text
      if (entry !== undefined) {
        return (await (wanted.isHead ? headOf(entry) : join(entry, wanted))) ?? wanted.open()
      }
      return wanted.isHead || outgrown.has(wanted.name) ? wanted.open() : begin(wanted)
    }
  }
}
