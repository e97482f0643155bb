import type { UnitTest } from './node.ts'

const isDigit: UnitTest = (unit) => unit >= 0x30 && unit <= 0x39
const isWord: UnitTest = (unit) =>
  isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f
const isSpace: UnitTest = (unit) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

const not =
  (fits: UnitTest): UnitTest =>
  (unit) =>
    !fits(unit)

/** The classes that a letter behind a backslash names. */
export const CLASSES: ReadonlyMap<string, UnitTest> = new Map([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)]
])

/** Values hold no line ends, so that `.` is every unit. */
export const ANY: UnitTest = () => true

const lower = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
const upper = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit)

/** The units from one to another, both included; ASCII letters in both cases where case is ignored. */
export const between = (first: number, last: number, ignoresCase: boolean): UnitTest => {
  const fits: UnitTest = (unit) => unit >= first && unit <= last
  return ignoresCase ? (unit) => fits(lower(unit)) || fits(upper(unit)) : fits
}

/** A unit that fits any of the tests, or none of them. */
export const anyOf = (tests: readonly UnitTest[], isNegated: boolean): UnitTest => {
  const fits: UnitTest = (unit) => tests.some((test) => test(unit))
  return isNegated ? not(fits) : fits
}
