import { TokenParserError, TokenType } from '@streamparser/json'

/** Deepest nesting that is read. */
const MAX_DEPTH = 100

/** One token of a JSON text. */
export interface JsonToken {
  readonly token: TokenType
  readonly value: string | number | boolean | null
}

/** What hears of the parts of a JSON text, in their order. */
export interface JsonListener {
  readonly open: (isArray: boolean) => void
  readonly close: () => void
  readonly name: (name: string) => void
  readonly scalar: (value: JsonToken['value']) => void
}

const SCALARS: ReadonlySet<TokenType> = new Set([
  TokenType.STRING,
  TokenType.NUMBER,
  TokenType.TRUE,
  TokenType.FALSE,
  TokenType.NULL
])

type Expected = 'a value' | 'a value or ]' | 'a name' | 'a name or }' | 'a colon' | 'a comma or the end'

/** Checks that tokens come in an order that JSON allows (RFC 8259) and tells a listener what they mean. */
export class JsonGrammar {
  /** Of the open containers, outermost first: whether each is an array. */
  readonly #open: boolean[] = []
  readonly #listener: JsonListener
  #expected: Expected = 'a value'

  constructor(listener: JsonListener) {
    this.#listener = listener
  }

  /** Whether the text may end here. */
  get isComplete(): boolean {
    return this.#open.length === 0
  }

  /** Takes the next token; throws a `TokenParserError` when it cannot stand there. */
  write({ token, value }: JsonToken): void {
    switch (this.#expected) {
      case 'a value':
        return this.#value(token, value)
      case 'a value or ]':
        return token === TokenType.RIGHT_BRACKET ? this.#close() : this.#value(token, value)
      case 'a name':
        return this.#name(token, value)
      case 'a name or }':
        return token === TokenType.RIGHT_BRACE ? this.#close() : this.#name(token, value)
      case 'a colon':
        if (token !== TokenType.COLON) return this.#refuse(value)
        this.#expected = 'a value'
        return
      case 'a comma or the end': {
        const isArray = this.#open.at(-1) === true
        if (token === TokenType.COMMA) this.#expected = isArray ? 'a value' : 'a name'
        else if (token === (isArray ? TokenType.RIGHT_BRACKET : TokenType.RIGHT_BRACE)) this.#close()
        else this.#refuse(value)
      }
    }
  }

  #value(token: TokenType, value: JsonToken['value']): void {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.#begin(token === TokenType.LEFT_BRACKET)
    } else if (SCALARS.has(token)) {
      this.#finish()
      this.#listener.scalar(value)
    } else {
      this.#refuse(value)
    }
  }

  #begin(isArray: boolean): void {
    if (this.#open.length === MAX_DEPTH) throw new TokenParserError(`nested deeper than ${MAX_DEPTH} levels`)
    this.#open.push(isArray)
    this.#expected = isArray ? 'a value or ]' : 'a name or }'
    this.#listener.open(isArray)
  }

  #name(token: TokenType, value: JsonToken['value']): void {
    if (token !== TokenType.STRING) return this.#refuse(value)
    this.#expected = 'a colon'
    this.#listener.name(String(value))
  }

  #close(): void {
    this.#open.pop()
    this.#finish()
    this.#listener.close()
  }

  /** A value has ended. */
  #finish(): void {
    this.#expected = this.#open.length === 0 ? 'a value' : 'a comma or the end'
  }

  #refuse(found: JsonToken['value']): never {
    throw new TokenParserError(`${JSON.stringify(String(found).slice(0, 32))} stands where ${this.#expected} belongs`)
  }
}
