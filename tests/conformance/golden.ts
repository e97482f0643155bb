import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const MOST_SHOWN = 5

/** Lines that stand in one text and not at the same place of the other, the first few of them. */
const firstDifferences = (expected: string, found: string): readonly string[] => {
  const [before, after] = [expected.split('\n'), found.split('\n')]
  const places = [...Array(Math.max(before.length, after.length)).keys()].filter((n) => before[n] !== after[n])
  return places
    .slice(0, MOST_SHOWN)
    .map((n) => `line ${n + 1}: ${before[n] ?? '(nothing)'}\n    is now: ${after[n] ?? '(nothing)'}`)
}

/**
 * Compares a text with a committed file, or writes the file anew. Returns what differs.
 * @param file Relative to the root of the project.
 */
export const compareGolden = (file: string, text: string, update: boolean): readonly string[] => {
  const path = resolve(ROOT, file)
  if (update) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  if (!existsSync(path)) return [`${relative(ROOT, path)} is missing: npm run conformance -- --update writes it`]
  return firstDifferences(readFileSync(path, 'utf8'), text).map((difference) => `${file}, ${difference}`)
}
