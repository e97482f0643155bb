import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** A fixed linear congruential generator (Numerical Recipes), so that every run measures the same values. */
const randomFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const hex = (random: (below: number) => number, digits: number): string => {
  let text = ''
  while (text.length < digits) text += random(65_536).toString(16).padStart(4, '0')
  return text
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const word = (random: (below: number) => number, length: number): string => {
  let text = ''
  while (text.length < length) text += LETTERS.charAt(random(26))
  return text
}

/** One value of a mix like that of the real feeds: mostly domains and addresses, some URLs and hashes. */
const value = (random: (below: number) => number): string => {
  const die = random(100)
  if (die < 50) return `${word(random, 6 + random(10))}.${word(random, 4)}.example`
  if (die < 85) return `${1 + random(223)}.${random(256)}.${random(256)}.${random(256)}`
  if (die < 92)
    return `http://${word(random, 8)}.example:${1_024 + random(60_000)}/${word(random, 5)}.php?id=${random(9_999)}`
  return hex(random, die < 96 ? 64 : 32)
}

const LINES_PER_WRITE = 5_000

/** Writes a plain list of `lines` values; the same seed gives the same file. */
export const generateList = async (path: string, lines: number, seed = 42): Promise<void> => {
  const random = randomFrom(seed)
  const out = createWriteStream(path)
  for (let start = 0; start < lines; start += LINES_PER_WRITE) {
    const count = Math.min(LINES_PER_WRITE, lines - start)
    const chunk = Array.from({ length: count }, () => `${value(random)}\n`).join('')
    if (!out.write(chunk)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
