import type { Random } from './random.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Lower-case letters. */
export const word = (random: Random, length: number): string => {
  let text = ''
  while (text.length < length) text += LETTERS.charAt(random(LETTERS.length))
  return text
}

/** Hexadecimal digits, a multiple of four. */
export const hex = (random: Random, digits: number): string => {
  let text = ''
  while (text.length < digits) text += random(65_536).toString(16).padStart(4, '0')
  return text
}

/** One of a list. */
export const oneOf = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[random(items.length)] ?? items[0]
