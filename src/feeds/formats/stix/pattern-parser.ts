import { isRejection, type Rejection } from '../../../indicator/rejection.ts'
import type { PatternJoin, PatternLiteral, PatternNode, PatternTest } from './pattern-node.ts'
import { type PatternToken, tokenAt } from './pattern-token.ts'

/** Deepest nesting of parentheses that is read. */
export const MAX_PATTERN_DEPTH = 50

type Operators = readonly PatternJoin['operator'][]

/** From the loosest to the tightest. */
const BETWEEN_OBSERVATIONS: Operators = ['FOLLOWEDBY', 'OR', 'AND']
const BETWEEN_COMPARISONS: Operators = ['OR', 'AND']
const COMPARISONS: ReadonlySet<string> = new Set([
  '=',
  '==',
  '!=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  'LIKE',
  'MATCHES',
  'ISSUBSET',
  'ISSUPERSET'
])
/** By the first word of a qualifier, the number of tokens behind it: `WITHIN 300 SECONDS`, `START t'…' STOP t'…'`. */
const QUALIFIERS: ReadonlyMap<string, number> = new Map([
  ['WITHIN', 2],
  ['REPEATS', 2],
  ['START', 3]
])

/** Reads a STIX pattern in linear time, or says where it cannot be read: `bad_pattern`. */
export const parsePattern = (pattern: string): PatternNode | Rejection => new PatternParser(pattern).parse()

class PatternParser {
  readonly #pattern: string
  #token: PatternToken
  #end: number
  #depth = 0

  constructor(pattern: string) {
    this.#pattern = pattern
    const { token, end } = tokenAt(pattern, 0)
    this.#token = token
    this.#end = end
  }

  parse(): PatternNode | Rejection {
    const node = this.#joined(BETWEEN_OBSERVATIONS, () => this.#observation())
    return isRejection(node) || this.#isOf('end') ? node : this.#refuse('an operator or the end')
  }

  #joined(operators: Operators, term: () => PatternNode | Rejection): PatternNode | Rejection {
    const [operator, ...tighter] = operators
    if (operator === undefined) return term()
    const first = this.#joined(tighter, term)
    if (isRejection(first) || !this.#takeWord(operator)) return first
    const terms = [first]
    do {
      const next = this.#joined(tighter, term)
      if (isRejection(next)) return next
      terms.push(next)
    } while (this.#takeWord(operator))
    return { kind: 'join', operator, terms }
  }

  #observation(): PatternNode | Rejection {
    const node = this.#isSymbol('(') ? this.#nested(BETWEEN_OBSERVATIONS, () => this.#observation()) : this.#bracketed()
    if (isRejection(node)) return node
    const qualifier = this.#word
    const behind = QUALIFIERS.get(qualifier)
    if (behind === undefined) return node
    for (let skipped = 0; skipped <= behind; skipped += 1) this.#take()
    return { kind: 'qualified', qualifier }
  }

  #bracketed(): PatternNode | Rejection {
    if (!this.#takeSymbol('[')) return this.#refuse('[')
    const expression = this.#joined(BETWEEN_COMPARISONS, () => this.#comparison())
    if (isRejection(expression)) return expression
    return this.#takeSymbol(']') ? { kind: 'observation', expression } : this.#refuse('an operator or ]')
  }

  #nested(operators: Operators, term: () => PatternNode | Rejection): PatternNode | Rejection {
    if (this.#depth === MAX_PATTERN_DEPTH) return this.#refuse(`at most ${MAX_PATTERN_DEPTH} levels of parentheses`)
    this.#take()
    this.#depth += 1
    const node = this.#joined(operators, term)
    this.#depth -= 1
    return isRejection(node) || this.#takeSymbol(')') ? node : this.#refuse('an operator or )')
  }

  #comparison(): PatternNode | Rejection {
    if (this.#isSymbol('(')) return this.#nested(BETWEEN_COMPARISONS, () => this.#comparison())
    const isExistence = this.#takeWord('EXISTS')
    const property = this.#property()
    if (isRejection(property)) return property
    if (isExistence) return { kind: 'test', property, operator: 'EXISTS', values: [] }
    const negation = this.#takeWord('NOT') ? 'NOT ' : ''
    const isSet = this.#takeWord('IN')
    const operator = isSet ? 'IN' : this.#operator()
    if (operator === undefined) return this.#refuse('a comparison')
    const values = isSet ? this.#set() : this.#value()
    if (isRejection(values)) return values
    return { kind: 'test', property, operator: `${negation}${operator}`, values }
  }

  #property(): PatternTest['property'] | Rejection {
    if (!this.#isOf('word')) return this.#refuse('an object type')
    const type = this.#take()
    if (!this.#takeSymbol(':')) return this.#refuse(':')
    const steps: string[] = []
    do {
      if (!this.#isOf('word') && !this.#isOf('text')) return this.#refuse('a property')
      steps.push(this.#take())
      while (this.#takeSymbol('[')) {
        steps.push(`[${this.#take()}]`)
        if (!this.#takeSymbol(']')) return this.#refuse(']')
      }
    } while (this.#takeSymbol('.'))
    return [type, ...steps]
  }

  #operator(): string | undefined {
    const operator = this.#isOf('symbol') ? this.#token.text : this.#word
    if (!COMPARISONS.has(operator)) return undefined
    this.#take()
    return operator
  }

  #set(): readonly PatternLiteral[] | Rejection {
    if (!this.#takeSymbol('(')) return this.#refuse('(')
    const values: PatternLiteral[] = []
    do {
      const value = this.#value()
      if (isRejection(value)) return value
      values.push(...value)
    } while (this.#takeSymbol(','))
    return this.#takeSymbol(')') ? values : this.#refuse('a comma or )')
  }

  #value(): readonly [PatternLiteral] | Rejection {
    if (this.#isOf('text')) return [{ text: this.#take(), isText: true }]
    if (this.#isOf('literal') || this.#isOf('word')) return [{ text: this.#take(), isText: false }]
    return this.#refuse('a value')
  }

  /** The word at hand in upper case; empty when there is none. */
  get #word(): string {
    return this.#isOf('word') ? this.#token.text.toUpperCase() : ''
  }

  #isSymbol(symbol: string): boolean {
    return this.#isOf('symbol') && this.#token.text === symbol
  }

  #isOf(kind: PatternToken['kind']): boolean {
    return this.#token.kind === kind
  }

  #takeSymbol(symbol: string): boolean {
    const isIt = this.#isSymbol(symbol)
    if (isIt) this.#take()
    return isIt
  }

  #takeWord(word: string): boolean {
    const isIt = this.#word === word
    if (isIt) this.#take()
    return isIt
  }

  /** Gives the text of the token at hand and goes on to the next. */
  #take(): string {
    const { text } = this.#token
    const { token, end } = tokenAt(this.#pattern, this.#end)
    this.#token = token
    this.#end = end
    return text
  }

  #refuse(expected: string): Rejection {
    return { reason: 'bad_pattern', detail: `${expected} expected at character ${this.#token.at + 1}` }
  }
}
