import { sha1 } from '@noble/hashes/legacy.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Remembers texts by their digests: 40 bytes each at most, however long they are, and for a million of them as for ten. */
export interface SeenTexts {
  /** Remembers a text with a number above zero; gives the number that it was first remembered with, if it was. */
  add(text: string, number: number): number | undefined
  has(text: string): boolean
}

/** A slot holds 16 bytes of a digest and a number. */
const DIGEST_WORDS = [0, 4, 8, 12]
const NUMBER_AT = 16
const SLOT_BYTES = 20
const FIRST_SLOTS = 1_024

const createTable = (slots: number): DataView => new DataView(new ArrayBuffer(slots * SLOT_BYTES))

/** An open-addressing table with room for twice its texts. */
export const createSeenTexts = (): SeenTexts => {
  let slots = FIRST_SLOTS
  let table = createTable(slots)
  let count = 0

  /** Where a digest stands, or would. It is read from an offset of a view. */
  const find = (view: DataView, from: number): number => {
    let slot = view.getUint32(from) % slots
    for (;;) {
      const at = slot * SLOT_BYTES
      if (table.getUint32(at + NUMBER_AT) === 0) return at
      if (DIGEST_WORDS.every((word) => table.getUint32(at + word) === view.getUint32(from + word))) return at
      slot = (slot + 1) % slots
    }
  }

  const put = (view: DataView, from: number, at: number, number: number): void => {
    for (const word of DIGEST_WORDS) table.setUint32(at + word, view.getUint32(from + word))
    table.setUint32(at + NUMBER_AT, number)
  }

  const grow = (): void => {
    const old = table
    slots *= 2
    table = createTable(slots)
    for (let from = 0; from < old.byteLength; from += SLOT_BYTES) {
      const number = old.getUint32(from + NUMBER_AT)
      if (number > 0) put(old, from, find(old, from), number)
    }
  }

  return {
    add(text, number) {
      const digest = digestOf(text)
      const at = find(digest, 0)
      const before = table.getUint32(at + NUMBER_AT)
      if (before > 0) return before
      put(digest, 0, at, number)
      count += 1
      if (count * 2 > slots) grow()
      return undefined
    },
    has: (text) => table.getUint32(find(digestOf(text), 0) + NUMBER_AT) > 0
  }
}

const digestOf = (text: string): DataView => new DataView(sha1(utf8ToBytes(text)).buffer)
