import { expected } from './expected.ts'
import { takeCharacterSet } from './pattern-character-set.ts'
import { takeFlags } from './pattern-flags.ts'
import { failPattern, PatternFault, type PatternReader, readPattern } from './pattern-reader.ts'
import { takeRepetition } from './pattern-repetition.ts'
import { either, NO_WIDTH, ONE_WIDE, sum, times, type Width } from './pattern-width.ts'
import { type PythonEscape, readEscape } from './python-escape.ts'
import { quoted } from './quoted.ts'

/** A part that a repetition can follow, or why it cannot. */
interface Item {
  readonly width: Width
  readonly kind: 'position' | 'repetition' | 'other'
}

/** Deeper than Python's own compiler goes. */
const DEEPEST = 100
const IDENTIFIER = /^[\p{L}_][\p{L}\p{Nd}_]*$/u
const POSITION: Item = { width: NO_WIDTH, kind: 'position' }

const other = (width: Width): Item => ({ width, kind: 'other' })

/**
 * Why Python's `re`, by which the Sigma tools compile the expressions of rules, refuses a pattern; `undefined` when it
 * takes it. Follows `Lib/re/_parser.py` of Python 3.11 and says what that says.
 */
export const pythonRegexFault = (pattern: string): string | undefined => {
  try {
    createParser(readPattern(pattern)).readAll()
    return undefined
  } catch (error) {
    return expected(error, PatternFault).message
  }
}

const createParser = (reader: PatternReader): { readAll(): void } => {
  /** The widths of groups by their number less one; `undefined` while a group is open. */
  const groups: (Width | undefined)[] = []
  const names = new Map<string, number>()
  /** Highest numbers that conditions ask for before such a group may have been opened. */
  let asked = 0
  let depth = 0
  let isVerbose = false
  /** How many groups there were where the outermost look-behind began. */
  let lookBehindFrom: number | undefined

  const readAlternatives = (isStart: boolean): Width => {
    depth += 1
    if (depth > DEEPEST) failPattern(`it is nested deeper than ${DEEPEST} groups`)
    let width = readSequence(isStart)
    while (reader.takeIf('|')) width = either(width, readSequence(false))
    depth -= 1
    return width
  }

  const readSequence = (isStart: boolean): Width => {
    let before = NO_WIDTH
    let last: Item | undefined
    for (;;) {
      const sign = reader.peek()
      if (sign === '' || sign === '|' || sign === ')') break
      if (isVerbose && skipsVerbose(sign)) continue
      const repeated = takeRepetition(reader)
      if (repeated !== undefined) {
        last = repeat(last, repeated)
        continue
      }
      const item = readItem(isStart && last === undefined)
      if (item === undefined) continue
      if (last !== undefined) before = sum(before, last.width)
      last = item
    }
    return last === undefined ? before : sum(before, last.width)
  }

  const skipsVerbose = (sign: string): boolean => {
    if (sign === '#') reader.takeWhile(/[^\n]/)
    else if (/\s/.test(sign)) reader.take()
    else return false
    return true
  }

  const repeat = (item: Item | undefined, by: Width): Item => {
    if (item === undefined || item.kind === 'position') return failPattern('nothing to repeat')
    if (item.kind === 'repetition') return failPattern('multiple repeat')
    if (!reader.takeIf('?')) reader.takeIf('+')
    return { width: times(item.width, by), kind: 'repetition' }
  }

  /** `undefined` for what matches nothing: a comment, or flags. */
  const readItem = (isStart: boolean): Item | undefined => {
    const sign = reader.take()
    if (sign === '^' || sign === '$') return POSITION
    if (sign === '[') {
      takeCharacterSet(reader)
      return other(ONE_WIDE)
    }
    if (sign === '(') return reader.takeIf('?') ? readExtension(isStart) : capture(undefined)
    return sign === '\\' ? itemOfEscape(readEscape(reader)) : other(ONE_WIDE)
  }

  const itemOfEscape = (escape: PythonEscape): Item => {
    if (escape.type === 'position') return POSITION
    return other(escape.type === 'group' ? widthOfGroup(escape.number) : ONE_WIDE)
  }

  const widthOfGroup = (number: number): Width => {
    if (number > groups.length) return failPattern(`invalid group reference ${number}`)
    const width = groups[number - 1]
    if (width === undefined) return failPattern('cannot refer to an open group')
    if (lookBehindFrom !== undefined && number > lookBehindFrom) {
      return failPattern('cannot refer to group defined in the same lookbehind subpattern')
    }
    return width
  }

  const close = (): void => {
    if (!reader.takeIf(')')) failPattern('missing ), unterminated subpattern')
  }

  const capture = (name: string | undefined): Item => {
    groups.push(undefined)
    const number = groups.length
    if (name !== undefined) {
      if (names.has(name)) failPattern(`redefinition of group name ${quoted(name)}`)
      names.set(name, number)
    }
    const width = readAlternatives(false)
    close()
    groups[number - 1] = width
    return other(width)
  }

  const readGroup = (): Width => {
    const width = readAlternatives(false)
    close()
    return width
  }

  const readExtension = (isStart: boolean): Item | undefined => {
    const sign = reader.take()
    switch (sign) {
      case '':
        return failPattern('unexpected end of pattern')
      case 'P':
        return readNamed()
      case ':':
      case '>':
        return other(readGroup())
      case '#':
        reader.takeUntil(')', 'missing ), unterminated comment')
        return undefined
      case '=':
      case '!':
        readGroup()
        return other(NO_WIDTH)
      case '<':
        return readLookBehind()
      case '(':
        return readConditional()
      default:
        return readFlags(sign, isStart)
    }
  }

  const readNamed = (): Item => {
    if (reader.takeIf('<')) return capture(groupName(reader.takeUntil('>', 'missing >, unterminated name')))
    if (!reader.takeIf('=')) return failPattern(`unknown extension ?P${reader.take()}`)
    const name = groupName(reader.takeUntil(')', 'missing ), unterminated name'))
    return other(widthOfGroup(names.get(name) ?? failPattern(`unknown group name ${quoted(name)}`)))
  }

  const groupName = (name: string): string => {
    if (name === '') return failPattern('missing group name')
    return IDENTIFIER.test(name) ? name : failPattern(`bad character in group name ${quoted(name)}`)
  }

  const readLookBehind = (): Item => {
    const sign = reader.take()
    if (sign === '') return failPattern('unexpected end of pattern')
    if (sign !== '=' && sign !== '!') return failPattern(`unknown extension ?<${sign}`)
    const outer = lookBehindFrom
    lookBehindFrom ??= groups.length
    const { least, most } = readGroup()
    lookBehindFrom = outer
    return least === most ? other(NO_WIDTH) : failPattern('look-behind requires fixed-width pattern')
  }

  const readConditional = (): Item => {
    const name = reader.takeUntil(')', 'missing ), unterminated name')
    if (/^[0-9]+$/.test(name)) {
      if (Number(name) === 0) failPattern('bad group number')
      asked = Math.max(asked, Number(name))
    } else if (!names.has(groupName(name))) {
      failPattern(`unknown group name ${quoted(name)}`)
    }
    const yes = readSequence(false)
    const no = reader.takeIf('|') ? readSequence(false) : NO_WIDTH
    if (reader.peek() === '|') failPattern('conditional backref with more than two branches')
    close()
    return other(either(yes, no))
  }

  const readFlags = (first: string, isStart: boolean): Item | undefined => {
    const { on, off, isOff } = takeFlags(reader, first)
    if (!isOff && reader.takeIf(')')) {
      if (!isStart) failPattern('global flags not at the start of the expression')
      isVerbose ||= on.includes('x')
      return undefined
    }
    if (!reader.takeIf(':')) failPattern('missing -, : or )')
    const outer = isVerbose
    isVerbose = (isVerbose || on.includes('x')) && !off.includes('x')
    const width = readGroup()
    isVerbose = outer
    return other(width)
  }

  return {
    readAll() {
      readAlternatives(true)
      if (reader.peek() === ')') failPattern('unbalanced parenthesis')
      if (asked > groups.length) failPattern(`invalid group reference ${asked}`)
    }
  }
}
