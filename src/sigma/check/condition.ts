/** A condition, read. */
export type Condition =
  | { readonly type: 'search'; readonly name: string; readonly at: number }
  | { readonly type: 'selector'; readonly quantifier: 'one' | 'all'; readonly pattern: string; readonly at: number }
  | { readonly type: 'not'; readonly operands: readonly [Condition] }
  | { readonly type: 'and' | 'or'; readonly operands: readonly Condition[] }

/** Why a condition cannot be read. */
export interface ConditionFault {
  /** Counted in characters of the condition. */
  readonly at: number
  readonly reason: string
}

/** What differs between the conditions of rules and of correlations. */
export interface ConditionGrammar {
  /** A name of something, at the place where it is looked for. */
  readonly name: RegExp
  /** Whether `1 of x*` is known. */
  readonly hasSelectors: boolean
  /** Whether `not`, `and` and `or` end where the word ends; otherwise `notfilter` reads as `not filter`. */
  readonly wholeWords: boolean
}

/** Conditions of rules and filters. Names hold what pySigma's grammar lets them hold. */
export const RULE_CONDITION: ConditionGrammar = { name: /[A-Za-z0-9_-]+/y, hasSelectors: true, wholeWords: false }

/** Conditions of correlations, which combine rules by their names. */
export const CORRELATION_CONDITION: ConditionGrammar = {
  name: /[A-Za-z_][A-Za-z0-9_]*/y,
  hasSelectors: false,
  wholeWords: true
}

/** Deeper than anyone reads. */
const DEEPEST = 100

const SPACE = /[ \t\r\n]*/y
const SELECTOR = /(1|any|all)(?![A-Za-z0-9_$])[ \t\r\n]*of(?![A-Za-z0-9_$])[ \t\r\n]*([A-Za-z0-9*_]+)/y
const WORD_CHARACTER = /[A-Za-z0-9_$]/

/** Whether reading failed. */
export const isConditionFault = (read: Condition | ConditionFault): read is ConditionFault => 'reason' in read

/** Reads a condition: `not` binds tighter than `and`, that tighter than `or`. Sigma specification 2.1, Condition. */
export const readCondition = (text: string, grammar: ConditionGrammar): Condition | ConditionFault => {
  let at = 0
  let depth = 0
  let deepest = 0

  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text) ?? undefined
    if (found !== undefined) at += found[0].length
    return found
  }

  const skipSpace = (): void => {
    match(SPACE)
  }

  const takeSign = (sign: string): boolean => {
    skipSpace()
    const isThere = text.startsWith(sign, at)
    if (isThere) at += sign.length
    return isThere
  }

  const takeOperator = (operator: string): boolean => {
    skipSpace()
    const isPartOfWord =
      WORD_CHARACTER.test(text.charAt(at + operator.length)) || WORD_CHARACTER.test(text.charAt(at - 1))
    return !(grammar.wholeWords && isPartOfWord) && takeSign(operator)
  }

  /** Goes back where what was begun turns out to be something else. */
  const attempt = (read: () => Condition | undefined): Condition | undefined => {
    const start = at
    depth += 1
    deepest = Math.max(deepest, depth)
    const found = depth > DEEPEST ? undefined : read()
    depth -= 1
    if (found === undefined) at = start
    return found
  }

  const readOperand = (): Condition | undefined => {
    skipSpace()
    const start = at
    const selector = grammar.hasSelectors ? match(SELECTOR) : undefined
    if (selector !== undefined) {
      const [, quantifier, pattern = ''] = selector
      return { type: 'selector', quantifier: quantifier === 'all' ? 'all' : 'one', pattern, at: start }
    }
    const name = match(grammar.name)
    if (name !== undefined) return { type: 'search', name: name[0], at: start }
    return attempt(() => {
      if (!takeSign('(')) return undefined
      const inner = readOr()
      return inner !== undefined && takeSign(')') ? inner : undefined
    })
  }

  const readNot = (): Condition | undefined => {
    const negated = attempt(() => {
      const operand = takeOperator('not') ? readNot() : undefined
      return operand === undefined ? undefined : { type: 'not', operands: [operand] }
    })
    return negated ?? readOperand()
  }

  /** Operands with one operator between them. */
  const readChain = (type: 'and' | 'or', readOne: () => Condition | undefined): Condition | undefined => {
    const first = readOne()
    if (first === undefined) return undefined
    const operands = [first]
    for (;;) {
      const next = attempt(() => (takeOperator(type) ? readOne() : undefined))
      if (next === undefined) break
      operands.push(next)
    }
    return operands.length === 1 ? first : { type, operands }
  }

  const readAnd = (): Condition | undefined => readChain('and', readNot)
  const readOr = (): Condition | undefined => readChain('or', readAnd)

  const condition = readOr()
  skipSpace()
  if (deepest > DEEPEST)
    return { at, reason: `it is nested deeper than ${DEEPEST} levels; split it into several rules` }
  if (condition !== undefined && at === text.length) return condition
  return {
    at,
    reason: at === text.length ? 'it ends where something is still missing' : 'it cannot be read from there on'
  }
}

/** The names of the searches that a condition names one by one. */
export const namesOf = (condition: Condition): readonly string[] =>
  [...leavesOf(condition)].flatMap((leaf) => (leaf.type === 'search' ? [leaf.name] : []))

/** Every search and selector of a condition, from left to right. */
export function* leavesOf(condition: Condition): Generator<Extract<Condition, { type: 'search' | 'selector' }>> {
  if (condition.type === 'search' || condition.type === 'selector') yield condition
  else for (const operand of condition.operands) yield* leavesOf(operand)
}
