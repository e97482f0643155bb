import { PatternRefusal, type PatternNode, type UnitTest } from './node.ts'
import { anyOf, ANY, between, CLASSES } from './unit-tests.ts'

const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' }
const COUNTS = /^\{([0-9]{1,4})(,([0-9]{1,4})?)?\}/
const LETTER_OR_DIGIT = /^[A-Za-z0-9]$/

/** Groups within groups. */
const DEEPEST = 50

/** Reads the part of regular expressions that can be matched in linear time; throws a {@link PatternRefusal}. */
class PatternParser {
  readonly #text: string
  readonly #ignoresCase: boolean
  #at = 0
  #depth = 0

  constructor(text: string, ignoresCase: boolean) {
    this.#text = text
    this.#ignoresCase = ignoresCase
  }

  whole(): PatternNode {
    const node = this.#choice()
    if (this.#at < this.#text.length) throw new PatternRefusal('has a ")" without "("')
    return node
  }

  #choice(): PatternNode {
    const nodes = [this.#sequence()]
    while (this.#take('|')) nodes.push(this.#sequence())
    return { is: 'choice', nodes }
  }

  #sequence(): PatternNode {
    const nodes: PatternNode[] = []
    while (this.#at < this.#text.length && !'|)'.includes(this.#text.charAt(this.#at))) {
      nodes.push(this.#repeated(this.#atom()))
    }
    return { is: 'sequence', nodes }
  }

  #repeated(node: PatternNode): PatternNode {
    const counts = this.#counts()
    if (counts === undefined) return node
    // A lazy or possessive repetition finds other stretches, not other values.
    if (!this.#take('?')) this.#take('+')
    return this.#repeated({ is: 'repeat', node, ...counts })
  }

  #counts(): { readonly least: number; readonly most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Number.POSITIVE_INFINITY }
    if (this.#take('+')) return { least: 1, most: Number.POSITIVE_INFINITY }
    if (this.#take('?')) return { least: 0, most: 1 }
    const match = COUNTS.exec(this.#text.slice(this.#at, this.#at + '{1000,1000}'.length))
    if (match === null) return undefined
    const [whole, least, comma, most] = match
    this.#at += whole.length
    if (comma === undefined) return { least: Number(least), most: Number(least) }
    return { least: Number(least), most: most === undefined ? Number.POSITIVE_INFINITY : Number(most) }
  }

  #atom(): PatternNode {
    const char = this.#next()
    switch (char) {
      case '^':
        return { is: 'start' }
      case '$':
        return { is: 'end' }
      case '.':
        return { is: 'unit', fits: ANY }
      case '(':
        return this.#group()
      case '[':
        return { is: 'unit', fits: this.#set() }
      case '\\':
        return { is: 'unit', fits: this.#escape() }
      case '*':
      case '+':
      case '?':
        throw new PatternRefusal(`repeats nothing at "${char}"`)
      default:
        return { is: 'unit', fits: this.#unit(char) }
    }
  }

  #group(): PatternNode {
    if (this.#take('?') && !this.#take(':')) throw new PatternRefusal('looks around or names a group')
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new PatternRefusal('nests its groups too deep')
    const node = this.#choice()
    if (!this.#take(')')) throw new PatternRefusal('has a "(" without ")"')
    this.#depth -= 1
    return node
  }

  #set(): UnitTest {
    const isNegated = this.#take('^')
    const tests: UnitTest[] = []
    // A bracket that comes first stands for itself, as in PCRE, which MISP uses.
    for (let isFirst = true; isFirst || this.#text.charAt(this.#at) !== ']'; isFirst = false) {
      tests.push(this.#setMember())
    }
    this.#at += 1
    return anyOf(tests, isNegated)
  }

  #setMember(): UnitTest {
    const first = this.#next()
    const named = first === '\\' ? CLASSES.get(this.#text.charAt(this.#at)) : undefined
    if (named !== undefined) {
      this.#at += 1
      return named
    }
    const low = first === '\\' ? this.#escaped() : first
    if (this.#text.charAt(this.#at) !== '-' || this.#text.charAt(this.#at + 1) === ']') return this.#unit(low)
    this.#at += 1
    const end = this.#next()
    const high = end === '\\' ? this.#escaped() : end
    return between(low.charCodeAt(0), high.charCodeAt(0), this.#ignoresCase)
  }

  #escape(): UnitTest {
    const named = CLASSES.get(this.#text.charAt(this.#at))
    if (named === undefined) return this.#unit(this.#escaped())
    this.#at += 1
    return named
  }

  /** The character that an escaped one stands for: itself, unless it is a letter or digit. */
  #escaped(): string {
    const char = this.#next()
    const control = CONTROLS[char]
    if (control !== undefined) return control
    if (LETTER_OR_DIGIT.test(char)) throw new PatternRefusal(`uses "\\${char}"`)
    return char
  }

  #unit(char: string): UnitTest {
    const unit = char.charCodeAt(0)
    return between(unit, unit, this.#ignoresCase)
  }

  #take(char: string): boolean {
    if (this.#text.charAt(this.#at) !== char) return false
    this.#at += 1
    return true
  }

  #next(): string {
    if (this.#at >= this.#text.length) throw new PatternRefusal('ends in the middle')
    this.#at += 1
    return this.#text.charAt(this.#at - 1)
  }
}

/** The parts of a regular expression; throws a {@link PatternRefusal} where it says more than linear time can tell. */
export const parsePattern = (text: string, ignoresCase: boolean): PatternNode =>
  new PatternParser(text, ignoresCase).whole()
